"""What was read and what was not, by name: silence must never be taken for safety."""

from PySide6.QtWidgets import QWidget

from privacy_audit.folding import escape_hidden
from privacy_audit.result import AuditResult, ExportSummary
from ui.look import Look
from ui.widgets.cards import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.scrolling import Page
from ui.wording import category_words, date_words, number_words, platform_words

_NAMES_SHOWN = 40


class NotLookedPage(Page):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What was read, and what was not"), parent)
        self._cards: list[Card] = []
        self.empty = PlainLabel(self.tr("Nothing has been read yet."), "muted")
        self.column.addWidget(self.empty)

    def show_result(self, result: AuditResult | None, aside: tuple[str, ...] = ()) -> None:
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self.empty.setVisible(result is None)
        if result is None:
            return
        for summary in result.exports:
            self._export(summary)
        self._card(self.tr("Chosen too, but no download"), list(aside))
        if result.withheld:
            count = sum(result.withheld.values())
            self._card(
                self.tr("Held back"),
                [self.tr("Held back until it is known whose download it is: {count}").format(count=count)],
            )
        lines = [
            self.tr("{what}: {count}. {why}").format(what=item.what, count=number_words(item.count), why=item.why)
            if item.count
            else self.tr("{what}. {why}").format(what=item.what, why=item.why)
            for item in result.not_looked_at
        ]
        self._card(self.tr("Not looked at"), lines)
        self._card(
            self.tr("What no download can tell"),
            [self.tr("{topic}: {why}").format(topic=item.topic, why=item.why) for item in result.not_answerable],
        )

    def _export(self, summary: ExportSummary) -> None:
        parts = [escape_hidden(name) for name in summary.path]
        read = ", ".join(category_words(name, count) for name, count in summary.records.items() if count)
        lines = [", ".join(parts), self.tr("Read: {what}.").format(what=read) if read else self.tr("Nothing was read.")]
        if summary.made is not None:
            day = date_words(summary.made.at.date())
            lines.append(self.tr("Made on {day}: what changed since then is not in it.").format(day=day))
        if summary.duplicates:
            text = self.tr("Items that another download held too, counted once: {count}")
            lines.append(text.format(count=number_words(summary.duplicates)))
        if summary.ignored:
            text = self.tr("Files that hold nothing that an audit asks about: {count}")
            lines.append(text.format(count=number_words(summary.ignored)))
        if summary.private:
            lines.append(self.tr("Your searches were left unread on purpose."))
        if summary.problem_count:
            text = self.tr("Records that made no sense to us and were left out: {count}")
            lines.append(text.format(count=number_words(summary.problem_count)))
            lines.extend(
                self.tr("{file}: {why}").format(file=escape_hidden(problem.source.member), why=problem.reason)
                for problem in summary.problems[:_NAMES_SHOWN]
            )
        if summary.unknown:
            lines.append(self.tr("Files that we do not know:"))
            lines.extend(escape_hidden(name) for name in summary.unknown[:_NAMES_SHOWN])
            if len(summary.unknown) > _NAMES_SHOWN:
                text = self.tr("and {count} more")
                lines.append(text.format(count=len(summary.unknown) - _NAMES_SHOWN))
        title = self.tr("{site}, {layout}").format(site=platform_words(summary.platform), layout=summary.layout)
        self._card(title, lines)

    def _card(self, title: str, lines: list[str]) -> None:
        if not lines:
            return
        card = Card(self.look)
        card.column.addWidget(PlainLabel(title, "heading"))
        for line in lines:
            card.column.addWidget(PlainLabel(line))
        self.column.addWidget(card)
        self._cards.append(card)
