"""The first day of somebody new: from the welcome through a whole session to what was kept of it, then a second one,
in which something is wrong and the computer goes off."""

from tourist import Tourist

from kneeguide.core.choosing import FIRST_OFFERS
from kneeguide.core.routine import Condition
from kneeguide.core.session_events import PauseReason
from kneeguide.core.trouble import StopReason, WayOn
from kneeguide.ui import gentler_wording, session_wording, trouble_wording, weekly_wording, wording
from kneeguide.ui.safety_wording import Group

FITS_NOTHING = "bagpipes"


def first_visit(user: Tourist, routine_id: str) -> None:
    """Everything up to the end of a whole session, and what there is to see of it."""
    _welcome(user)
    _library(user)
    _weekly_plan(user)
    _routine(user, routine_id)
    _refused(user)
    _passed(user)
    _player(user)
    _afterwards(user)
    _learn_and_settings(user)


def second_session(user: Tourist, routine_id: str) -> None:
    """The same routine again on the same day, up to its middle: less after a cause was told, and waiting for the user.

    The computer goes off in it.
    """
    user.begin("second-session")
    user.press("Routines")
    user.wait_for_page("LibraryPage")
    user.pick(routine_id)
    user.press("Go to the safety check")
    user.wait_for_page("SafetyChecklistPage")
    user.answer()
    user.press("Continue", within="primary")
    user.wait_for_page("PainBeforePage")
    user.press("5")
    user.pictures_down("pain-before-amber")
    user.press("2")
    user.pictures_down("pain-before-again-today")
    user.press("Start the session", within="primary")
    user.wait_for_page("PlayerPage")
    user.wait_for_words("Get ready", gone=True)
    user.let_pass(6.0)
    user.press("Something is wrong – stop")
    user.press(trouble_wording.stop_reason(StopReason.TOO_SORE))
    user.picture("player-too-sore")
    user.press("It is something else")
    user.picture("player-something-else")
    user.press(trouble_wording.stop_reason(StopReason.TOO_SORE))
    user.press(gentler_wording.way(WayOn.LIGHTER, ""))
    user.let_pass(8.0)
    user.picture("player-gone-on-lighter")
    user.press("Wait for me")
    user.wait_for_words(session_wording.pause_title(PauseReason.WAITING))
    user.picture("player-waiting-for-me")


def _welcome(user: Tourist) -> None:
    user.begin("welcome")
    user.wait_for_page("WelcomePage")
    user.pictures_down("welcome")
    user.tick()
    user.press("Continue")
    user.wait_for_page("EmergencyPage")
    user.pictures_down("emergency")
    user.press("I have none of these")
    user.wait_for_page("HealthQuestionsPage")
    user.pictures_down("health-questions")
    for part in range(2, len(Group) + 1):
        user.answer()
        user.press("Continue")
        user.picture(f"health-questions-part-{part}")
    user.answer()
    user.picture("health-questions-answered")
    user.press("Done")


def _library(user: Tourist) -> None:
    user.begin("library")
    user.wait_for_page("LibraryPage")
    user.pictures_down("library")
    user.press("More choices")
    user.pictures_down("library-more-choices")
    user.press("Fewer choices")
    user.write("Search routines", FITS_NOTHING)
    user.picture("library-nothing-fits")
    user.press("Clear the search")
    user.press("History")
    user.wait_for_page("HistoryPage")
    user.picture("history-empty")
    user.press("Routines")
    user.wait_for_page("LibraryPage")
    _choose_by_what_was_told(user)


def _choose_by_what_was_told(user: Tourist) -> None:
    """The way of each condition: what is offered for it first, that routine, and what there is to read about it."""
    user.begin("conditions")
    for told in Condition:
        _say_what_was_told(user, wording.condition(told))
        user.picture(f"{told}-routines")
        user.pick(FIRST_OFFERS[told][0])
        user.wait_for_page("RoutineDetailPage")
        user.picture(f"{told}-first-offer")
        user.press(f"Learn more: {wording.condition(told)}")
        user.wait_for_page("LearnPage")
        user.picture(f"{told}-learn")
        user.press("Routines")
        user.wait_for_page("LibraryPage")
    _say_what_was_told(user, "No name yet")
    user.picture("not-told-routines")
    user.press("When to see someone")
    user.wait_for_page("LearnPage")
    user.picture("not-told-learn")
    user.press("Routines")
    user.wait_for_page("LibraryPage")
    _say_what_was_told(user, "Any")


def _say_what_was_told(user: Tourist, told: str) -> None:
    """Press a chip. Where letters are large and room is scarce, the chips are folded away."""
    chip = f"Condition: {told}"
    is_folded = not user.sees(chip)
    if is_folded:
        user.press("More choices", is_begun=True)
    user.press(chip)
    if is_folded:
        user.press("Fewer choices")


def _weekly_plan(user: Tourist) -> None:
    user.begin("weekly-plan")
    user.press("Plan my weeks")
    user.wait_for_page("WeeklyPlanPage")
    user.pictures_down("weekly-plan-form")
    for day in range(7):
        user.choose(f"Day: {weekly_wording.weekday(day)}")
    user.pictures_down("weekly-plan-every-day")
    user.press("Save the plan")
    user.wait_for_button("End this plan")
    user.pictures_down("weekly-plan")
    user.press("End this plan")
    user.picture("weekly-plan-end")
    user.press("Keep it")
    user.press("Back to routines")
    user.wait_for_page("LibraryPage")
    user.picture("library-with-a-plan")


def _routine(user: Tourist, routine_id: str) -> None:
    user.begin("routine")
    user.pick(routine_id)
    user.wait_for_page("RoutineDetailPage")
    user.pictures_down("routine")
    user.press("Print or save this routine")
    user.wait_for_page("PaperPreviewPage")
    user.pictures_down("routine-on-paper")
    user.press("On the screen: Text")
    user.picture("routine-as-text")
    user.press("Back to the routine")
    user.wait_for_page("RoutineDetailPage")


def _refused(user: Tourist) -> None:
    user.begin("safety-check")
    user.press("Go to the safety check")
    user.wait_for_page("SafetyChecklistPage")
    user.pictures_down("checklist")
    user.answer(yes_to=4)
    user.picture("checklist-with-a-yes")
    user.press("See what to do")
    user.wait_for_page("NotTodayPage")
    user.pictures_down("not-today")
    user.press("Back to routines")


def _passed(user: Tourist) -> None:
    user.wait_for_page("RoutineDetailPage")
    user.press("Go to the safety check")
    user.wait_for_page("SafetyChecklistPage")
    user.answer()
    user.picture("checklist-passed")
    user.press("Continue", within="primary")
    user.wait_for_page("PainBeforePage")
    user.picture("pain-before-unanswered")
    user.press("2")
    user.pictures_down("pain-before")
    user.press("Start the session", within="primary")


def _player(user: Tourist) -> None:
    user.begin("player")
    user.wait_for_page("PlayerPage")
    user.picture("player-get-ready")
    user.wait_for_words("Get ready", gone=True)
    user.let_pass(6.0)
    user.picture("player-work")
    user.press("Pause")
    user.picture("player-paused")
    user.press("Go on")
    user.let_pass(2.0)
    user.picture("player-gone-on")
    user.key("?")
    user.picture("player-keys")
    user.key("?")
    user.press("Floor view")
    user.picture("player-floor-view")
    user.press("Leave floor view")
    user.press("Something is wrong – stop")
    user.pictures_down("player-something-is-wrong")
    user.press("I am all right, go on")
    user.wait_for_words("Change to your")
    user.picture("player-change-over")
    user.wait_for_page("SummaryPage")


def _afterwards(user: Tourist) -> None:
    user.begin("afterwards")
    user.picture("summary-unanswered")
    user.press("1")
    user.pictures_down("summary")
    user.press("Finish")
    user.wait_for_page("LibraryPage")
    user.picture("library-done-for-today")
    user.press("History")
    user.wait_for_page("HistoryPage")
    user.picture("history")
    user.press("View: Charts")
    user.picture("history-charts-one-session")
    user.press("View: Sessions")


def _learn_and_settings(user: Tourist) -> None:
    user.begin("learn-and-settings")
    user.press("Learn")
    user.wait_for_page("LearnPage")
    user.pictures_down("learn")
    user.press("Settings")
    user.wait_for_page("SettingsPage")
    user.pictures_down("settings")
    user.press("My health answers")
    user.wait_for_page("HealthAnswersPage")
    user.pictures_down("health-answers")
