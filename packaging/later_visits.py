"""The visits after the first: a session left unfinished, months of a diary, a bad next day, and weeks that are over."""

from pathlib import Path

from tourist import Tourist

from kneeguide.core.trouble import StopReason, WayOn
from kneeguide.ui import gentler_wording, trouble_wording
from kneeguide.ui.safety_wording import Group
from kneeguide.ui.widgets.buttons import Button
from kneeguide.ui.widgets.charts_view import ChartsView
from kneeguide.ui.widgets.session_list import SessionList


def next_day(user: Tourist, routine_id: str, others_diary: Path, no_diary: Path) -> None:
    """The day after, with months behind. ``others_diary``: a file to bring in, ``no_diary``: one that cannot be."""
    _unfinished(user)
    _look_back(user)
    _hand_over(user, others_diary, no_diary)
    _data(user)
    _rest(user, routine_id)


def weeks_later(user: Tourist, routine_id: str) -> None:
    """The weeks of the plan are over. A session is ended for a reason that bears no waiting."""
    user.begin("weeks-later")
    user.wait_for_page("LibraryPage")
    user.picture("library-weeks-over")
    user.press("Look back")
    user.wait_for_page("WeeklyPlanPage")
    user.pictures_down("weekly-plan-over")
    user.press("Stop here")
    user.wait_for_page("LibraryPage")
    user.pick(routine_id)
    user.press("Go to the safety check")
    user.wait_for_page("EmergencyPage")
    user.pictures_down("emergency-anew")
    user.press("I have none of these")
    user.wait_for_page("HealthQuestionsPage")
    user.picture("health-questions-anew")
    for part in Group:
        user.answer()
        user.press("Done" if part is Group.ADAPT else "Continue")
    user.wait_for_page("SafetyChecklistPage")
    user.answer()
    user.press("Continue", within="primary")
    user.wait_for_page("PainBeforePage")
    user.press("3")
    user.press("Start the session", within="primary")
    user.wait_for_page("PlayerPage")
    user.wait_for_words("Get ready", gone=True)
    user.press("Something is wrong – stop")
    user.press(trouble_wording.stop_reason(StopReason.JOINT_PAIN))
    user.picture("player-joint-pain")
    user.press("It is something else")
    user.press(trouble_wording.stop_reason(StopReason.CHEST_PAIN))
    user.picture("player-chest-pain")
    user.press(gentler_wording.way(WayOn.END, ""))
    user.wait_for_page("SummaryPage")
    user.pictures_down("summary-stopped")


def _unfinished(user: Tourist) -> None:
    user.begin("second-visit")
    user.wait_for_page("UnfinishedPage")
    user.picture("unfinished")
    user.press("Discard")
    user.picture("unfinished-discard")
    user.press("Keep what I did")
    user.wait_for_page("LibraryPage")
    user.pictures_down("library-second-visit")


def _look_back(user: Tourist) -> None:
    user.begin("history")
    user.press("History")
    user.wait_for_page("HistoryPage")
    user.pictures_down("history-of-months")
    _open_session(user)
    user.press("Change pain or note")
    user.wait_for_page("SessionEditPage")
    user.pictures_down("session-edit")
    user.press("Done")
    user.wait_for_page("HistoryPage")
    _open_session(user)
    user.press("Delete this session")
    user.picture("history-deleted")
    user.press("Put back")
    user.press("View: Charts")
    (charts,) = user.page.findChildren(ChartsView)
    user.wait_until(lambda: bool(charts.doses.words) and bool(charts.times.words), "the charts to be filled")
    user.pictures_down("history-charts")
    user.press("View: Sessions")
    _unfold(user)
    user.press("Add a past session")
    user.wait_for_page("PastSessionPage")
    user.pictures_down("past-session")
    user.press("Back to history")
    user.press("Report for my clinician")
    user.wait_for_page("PaperPreviewPage")
    user.wait_for_button("Save as PDF")
    user.pictures_down("report-preview")
    user.press("On the screen: As text")
    user.picture("report-as-text")
    user.press("Back to history")
    user.wait_for_page("HistoryPage")


def _open_session(user: Tourist) -> None:
    """Where there is no room for the session beside the list, it opens in place of it."""
    (sessions,) = user.page.findChildren(SessionList)
    sessions.setFocus()
    user.key(" ")
    user.picture("history-session")


def _unfold(user: Tourist) -> None:
    """What can be done with the diary beside the report waits behind a button."""
    more = "More to do with the diary"
    if any(each.accessibleName() == more and each.isVisible() for each in user.page.findChildren(Button)):
        user.press(more)


def _hand_over(user: Tourist, others_diary: Path, no_diary: Path) -> None:
    user.begin("export-and-import")
    _unfold(user)
    user.press("Export")
    user.wait_for_page("HandOverPage")
    user.pictures_down("export")
    user.press_and_name_file("Save everything", others_diary.with_name("exported.json"))
    user.wait_for_button("Back to history")
    user.picture("export-done")
    user.press("Back to history")
    _unfold(user)
    user.press_and_name_file("Import", no_diary)
    user.wait_for_button("Choose another file")
    user.pictures_down("import-no-diary")
    user.press_and_name_file("Choose another file", others_diary)
    user.wait_for_button("Bring in")
    user.picture("import")
    user.press("Bring in")
    user.wait_for_button("Back to history")
    user.picture("import-done")
    user.press("Back to history")
    user.wait_for_page("HistoryPage")


def _data(user: Tourist) -> None:
    user.begin("my-data")
    user.press("Settings")
    user.wait_for_page("SettingsPage")
    user.press("My data")
    user.wait_for_page("YourDataPage")
    user.wait_for_words("The copies are being looked at.", gone=True)
    user.pictures_down("my-data")
    user.press("Delete everything")
    user.wait_for_page("DeleteEverythingPage")
    user.pictures_down("delete-everything")
    user.press("Go on to delete")
    user.pictures_down("delete-everything-sure")
    user.press("Keep everything")
    user.wait_for_page("YourDataPage")


def _rest(user: Tourist, routine_id: str) -> None:
    """The next day is bad, so there is rest before the next session."""
    user.begin("next-day")
    user.press("Routines")
    user.wait_for_page("LibraryPage")
    user.press("Answer")
    user.wait_for_page("NextDayPage")
    user.picture("next-day")
    user.press("8")
    user.picture("next-day-half-answered")
    user.answer(yes_to=0)
    user.pictures_down("next-day-bad")
    user.press("Done")
    user.wait_for_page("LibraryPage")
    user.picture("library-at-rest")
    user.pick(routine_id)
    user.wait_for_page("RoutineDetailPage")
    user.picture("routine-at-rest")
    user.press("See what to do today")
    user.wait_for_page("NotTodayPage")
    user.pictures_down("rest-after-a-bad-day")
