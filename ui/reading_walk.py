"""Joins the pages on the way into a download to its reading: choosing, how far it has come, and whose it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privacy_audit.events import Progressed
from privacy_audit.locations import lies_in_cloud, stub_of, synced_by
from privacy_audit.options import MessageScope
from privacy_audit.result import AuditResult
from ui.look import Look
from ui.pages.choose_export import ChooseExportPage
from ui.pages.reading import ReadingPage
from ui.pages.which_writer import WhichWriterPage
from ui.pages.whose import WhosePage
from ui.readings import Readings


class ReadingWalk(QObject):
    """The three pages and the reading. `finished` carries the result and the sentences on what was set aside."""

    page_wanted = Signal(str)
    help_wanted = Signal()
    started = Signal()
    finished = Signal(object, object)
    amended = Signal(object, object)  # the same, after the second look
    ended = Signal()

    def __init__(self, look: Look, readings: Readings, page: Callable[[str], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._readings, self._page = look, readings, page
        self._aside: tuple[str, ...] = ()
        readings.started.connect(self._started)
        readings.progressed.connect(self._progressed)
        readings.asked.connect(self._asked)
        readings.voices_asked.connect(self._voices_asked)
        readings.set_aside.connect(self._note_aside)
        readings.finished.connect(self._finished)
        readings.amended.connect(self._amended)
        readings.ended.connect(self._ended)

    # --- the pages, each made when it is first wanted -----------------------------------------------------------------

    def choose(self) -> QWidget:
        page = ChooseExportPage(self._look)
        self._choose_page = page
        page.chosen.connect(self._read)
        page.fetch_agreed.connect(self._fetch_and_read)
        page.picked.connect(self._warn_about_place)
        page.help_wanted.connect(self.help_wanted)
        page.messages_wanted.connect(self._show_messages)
        return page

    def reading(self) -> QWidget:
        page = self._reading_page = ReadingPage(self._look)
        page.show_motion(self._look.motion)
        page.cancelled.connect(self._readings.cancel)
        return page

    def whose(self) -> QWidget:
        page = self._whose_page = WhosePage(self._look)
        page.confirmed.connect(self._mine)
        page.renamed.connect(self._mine)
        page.refused.connect(self._readings.not_mine)
        return page

    def which_writer(self) -> QWidget:
        page = self._writer_page = WhichWriterPage(self._look)
        page.answered.connect(self._readings.wrote_as)
        page.skipped.connect(self._readings.go_on)
        return page

    # --- the way ------------------------------------------------------------------------------------------------------

    def go(self, scope: MessageScope) -> None:
        """To the choice of a download, or back to the reading that runs."""
        if self._readings.running:
            self.page_wanted.emit("whose" if self._readings.asking else "reading")
            return
        self._page("choose")
        self._choose_page.show_scope(scope)
        self.page_wanted.emit("choose")

    def show_motion(self, on: bool) -> None:
        self._page("reading")
        self._reading_page.show_motion(on)

    def _show_messages(self) -> None:
        self.page_wanted.emit("messages")

    def _read(self, paths: tuple[Path, ...]) -> None:
        if any(map(_lies_away, paths)):
            self._choose_page.ask_to_fetch()
        else:
            self._readings.read(paths)

    def _fetch_and_read(self, paths: tuple[Path, ...]) -> None:
        self._readings.read(paths, may_fetch=True)

    def _note_aside(self, sentences: tuple[str, ...]) -> None:
        self._aside = sentences

    def _started(self) -> None:
        self._page("reading")
        self._reading_page.start()
        self._aside = ()
        self.started.emit()
        self.page_wanted.emit("reading")

    def _progressed(self, progress: Progressed) -> None:
        self._reading_page.show_progress(progress)

    def _asked(self, platform: str, names: tuple[str, ...], known: bool) -> None:
        self._page("whose")
        self._whose_page.ask(platform, names, known=known)
        self.page_wanted.emit("whose")

    def _voices_asked(self, platform: str, names: tuple[str, ...], likely: str) -> None:
        self._page("which_writer")
        self._writer_page.ask(platform, names, likely)
        self.page_wanted.emit("which_writer")

    def _mine(self) -> None:
        self._readings.mine()
        self.page_wanted.emit("reading")

    def _finished(self, result: AuditResult) -> None:
        self.finished.emit(result, self._aside)

    def _amended(self, result: AuditResult) -> None:
        self.amended.emit(result, self._aside)

    def _ended(self, sentence: str) -> None:
        self.ended.emit()
        self._page("choose")
        self.page_wanted.emit("choose")
        self._choose_page.refuse(sentence)

    def _warn_about_place(self, paths: tuple[Path, ...]) -> None:
        cloud = next((name for name in map(synced_by, paths) if name is not None), "")
        text = self.tr(
            "This lies in a folder that is copied to a cloud: {folder}. You can read it here, but think about moving "
            "it to a place that stays on this computer."
        )
        self._choose_page.warn_about_place(text.format(folder=cloud) if cloud else "")


def _lies_away(path: Path) -> bool:
    """Whether a chosen file, or one in a chosen folder, is not on this computer yet."""
    files = path.iterdir() if path.is_dir() else (path,)
    try:
        return any(stub_of(one) is not None or lies_in_cloud(one.stat()) for one in files)
    except OSError:
        return False  # reading it will say what is wrong
