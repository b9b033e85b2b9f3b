"""Writes the documents that are generated from the program itself: `python -m tests.write_docs`.

docs/checks.md lists the checks with their themes and clauses; docs/clauses.md each clause with its checks and labelled
rows; docs/platforms.md lists what each importer reads.
"""

from pathlib import Path

from checks import CHECKS
from privacy_audit.guidance import load_guidance
from privacy_audit.importers import IMPORTERS
from privacy_audit.model import Category
from tests.clause_table import clauses_page
from tests.prove.__main__ import promises

DOCS = Path(__file__).parents[1] / "docs"
_BEGIN, _END = "<!-- promises begin -->", "<!-- promises end -->"


def checks_page() -> str:
    """Each check with what the user may see, and the clauses that it cites."""
    guidance = load_guidance()
    lines = [
        "# The questions that the program asks",
        "",
        "Made from the checks themselves by `python -m tests.write_docs`; a test compares the two.",
    ]
    for check in CHECKS:
        lines += ["", f"## {check.title}", "", f"`{check.id}`, in `{_module(check.id)}`.", ""]
        lines += [f"- {theme.title}" for theme in check.themes]
        lines += ["", "Guidance:", ""]
        cited = dict.fromkeys((*check.clauses, *(clause for theme in check.themes for clause in theme.clauses)))
        for clause_id in cited:
            clause = guidance.clause(clause_id)
            lines.append(f"- {clause_id}: {clause.asks if clause else ''}")
    return "\n".join(lines) + "\n"


def platforms_page() -> str:
    """Platform by kind of record, with how well each is known."""
    categories = [category.value for category in Category]
    lines = [
        "# The platforms that the program reads",
        "",
        "Made from the importers themselves by `python -m tests.write_docs`; a test compares the two.",
        "",
        "How well a kind of record is known: **fixture** (a published example was read), **source** (a public reader's",
        "source was read), **memory** (read defensively). Empty: the platform's export holds none that we know of.",
        "",
        "| platform | " + " | ".join(categories) + " |",
        "|---" * (len(categories) + 1) + "|",
    ]
    for importer in IMPORTERS:
        cells = [importer.category_evidence.get(category) for category in categories]
        lines.append(f"| {importer.title} | " + " | ".join(cell.value if cell else "" for cell in cells) + " |")
    lines += ["", "## Layouts", "", "| platform | layout | known from |", "|---|---|---|"]
    for importer in IMPORTERS:
        lines += [f"| {importer.title} | {layout} | {evidence.value} |" for layout, evidence in importer.layouts]
    lines += ["", "## What an export cannot say"]
    for importer in IMPORTERS:
        lines += ["", f"### {importer.title}", "", *(f"- {sentence}" for sentence in importer.not_told)]
    return "\n".join(lines) + "\n"


def _module(check_id: str) -> str:
    name = check_id.replace("-", "_") + ".py"
    found = sorted(path for path in (DOCS.parent / "checks").rglob(name))
    return str(found[0].relative_to(DOCS.parent)) if found else name


def threat_model_page() -> str:
    """The page as it stands, with the table of promises between its marks made anew."""
    page = (DOCS / "threat-model.md").read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    table = "\n".join(f"| {promise.says} | {promise.shown_by} |" for promise in promises())
    return f"{before}{_BEGIN}\n\n| promise | shown by |\n|---|---|\n{table}\n\n{_END}{after}"


PAGES = {
    "threat-model.md": threat_model_page,
    "checks.md": checks_page,
    "clauses.md": clauses_page,
    "platforms.md": platforms_page,
}


def main() -> None:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name} written")


if __name__ == "__main__":
    main()
