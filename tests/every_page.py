"""Every page of the window, as it typically is and at its fullest. What all pages owe the user is tested on these."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from fakes import PALM_GLIDES, SEATED, START, FakeClock, health, phase, planned, verdict
from long_diaries import diary, summed
from pseudo_language import plain
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from topics import TOPICS
from ui_fakes import POSES
from weekly_plans import CALF, MONDAY, PLAN, RHYTHM, STICK
from weekly_plans import SEATED as SEATED_DAY

from kneeguide import paths
from kneeguide.core.activity_store import ActivityStore
from kneeguide.core.amount import Amount
from kneeguide.core.database import open_database
from kneeguide.core.day_changes import DayChanges
from kneeguide.core.day_dose import DayDose, DayWay
from kneeguide.core.diary_entries import DiaryProblem
from kneeguide.core.erasing import Kind, Stored
from kneeguide.core.health_summary import summarise
from kneeguide.core.history import Outcome, opened
from kneeguide.core.history_filter import HistoryFilter
from kneeguide.core.history_import import Preview
from kneeguide.core.history_store import HistoryStore
from kneeguide.core.history_sums_store import HistorySumsStore
from kneeguide.core.learn import Learn
from kneeguide.core.library_reader import load_library
from kneeguide.core.outlook import outlook
from kneeguide.core.pain import Change, before_light
from kneeguide.core.pain_rule import Advice, Facts, Rule
from kneeguide.core.paper_size import PaperSize
from kneeguide.core.plan import LeftOut, Legs
from kneeguide.core.problem import Problem
from kneeguide.core.questions import HEALTH, Confirmation, HealthReason, Question
from kneeguide.core.refusal import Refusal
from kneeguide.core.routine import Condition, Muscle, Side, Sides
from kneeguide.core.safe_copy import Contents, CopyKind, SafeCopy
from kneeguide.core.session import Session
from kneeguide.core.settings import Settings
from kneeguide.core.weekly_plan import Standing, Today, WeeksReview
from kneeguide.services.reminders import not_shown
from kneeguide.ui.look_at_charts import LookAtCharts
from kneeguide.ui.pages.delete_everything import DeleteEverythingPage
from kneeguide.ui.pages.emergency import EmergencyPage
from kneeguide.ui.pages.hand_over import HandOverPage
from kneeguide.ui.pages.health_answers import HealthAnswersPage
from kneeguide.ui.pages.health_questions import HealthQuestionsPage
from kneeguide.ui.pages.history import HistoryPage
from kneeguide.ui.pages.learn import LearnPage
from kneeguide.ui.pages.library import LibraryPage
from kneeguide.ui.pages.next_day import NextDayPage
from kneeguide.ui.pages.not_today import NotTodayPage
from kneeguide.ui.pages.pain_before import PainBeforePage
from kneeguide.ui.pages.paper_preview import PaperPreviewPage
from kneeguide.ui.pages.past_session import PastSessionPage
from kneeguide.ui.pages.player import PlayerPage
from kneeguide.ui.pages.routine_detail import RoutineDetailPage
from kneeguide.ui.pages.safety_checklist import SafetyChecklistPage
from kneeguide.ui.pages.session_edit import SessionEditPage
from kneeguide.ui.pages.settings import SettingsPage
from kneeguide.ui.pages.summary import SummaryPage
from kneeguide.ui.pages.unfinished import UnfinishedPage
from kneeguide.ui.pages.weekly_plan import WeeklyPlanPage
from kneeguide.ui.pages.welcome import WelcomePage
from kneeguide.ui.pages.your_data import YourDataPage
from kneeguide.ui.paper.document import as_text
from kneeguide.ui.paper.report_document import report_pages
from kneeguide.ui.theme import LIGHT
from kneeguide.ui.widgets.diary_actions import Action

LONG_TITLE = "Evening wind-down for the front of both thighs and the calves, after a long day on the stairs"
LONG_NOTE = "The stairs at work were no trouble until the third floor, and then the right knee began to ache. " * 3
NUMBER = "0800 112 000 112"
MUCH = replace(
    SEATED,
    id="my-own-evening",
    title=LONG_TITLE,
    why="What my physiotherapist showed me last spring, with more time for the outside of the thigh. " * 2,
    phases=(
        *(phase(replace(PALM_GLIDES, id=f"glide-{number}", title=LONG_TITLE[:60]), 40) for number in range(6)),
        phase(replace(PALM_GLIDES, id="bends", title="Easy knee bends"), 30, sides=Sides.ONCE),
    ),
    conditions=(Condition.OSTEOARTHRITIS, Condition.PATELLOFEMORAL),
)
"""A routine that a user wrote without thinking of our cards."""

SESSION = replace(opened("one", planned(), 3, START.wall), outcome=Outcome.COMPLETED, ended=START.wall)
LONG_SESSION = replace(diary(5, LONG_NOTE, LONG_TITLE)[4], id="long")


def press(page: QWidget, *names: str) -> None:
    """Press the buttons of these names one after the other, in whatever language the page is."""
    for name in names:
        next(each for each in page.findChildren(QAbstractButton) if plain(each.accessibleName()) == plain(name)).click()


def welcome() -> QWidget:
    page = WelcomePage(LIGHT, POSES)
    page.show_welcome()
    return page


def health_questions() -> QWidget:
    page = HealthQuestionsPage()
    page.show_questions(HealthReason.FIRST)
    return page


def health_questions_with_a_yes() -> QWidget:
    page = HealthQuestionsPage()
    page.show_questions(HealthReason.EXPIRED)
    answer(page, "yes")
    return page


def health_questions_last_part() -> QWidget:
    page = HealthQuestionsPage()
    page.show_questions(HealthReason.EXPIRED)
    for _ in range(3):
        answer(page, "no")
        page._on.click()
    return page


def answer(page: QWidget, kind: str) -> None:
    """Yes or no to all that is asked in front."""
    for each in page.findChildren(QAbstractButton):
        if each.property("kind") == kind and each.isVisibleTo(page):
            each.click()


def health_answers() -> QWidget:
    page = HealthAnswersPage()
    told = summarise(health(Question.ADAPT_FLOOR), (), (), anew=None, now=START)
    page.show_answers(told)
    return page


def health_answers_many() -> QWidget:
    page = HealthAnswersPage()
    said = (Confirmation(Question.ASK_OSTEOPOROSIS, START.wall), Confirmation(Question.ASK_SENSATION, START.wall))
    page.show_answers(summarise(health(*HEALTH), (), said, anew=None, now=START))
    return page


def emergency() -> QWidget:
    page = EmergencyPage()
    page.show_signs("")
    return page


def emergency_with_a_number() -> QWidget:
    page = EmergencyPage()
    page.show_signs(NUMBER)
    return page


def checklist() -> QWidget:
    page = SafetyChecklistPage()
    page.show_checks("Seated ease", ("Has your knee been looked at?",), "112")
    return page


def checklist_all_yes() -> QWidget:
    page = SafetyChecklistPage()
    page.show_checks(LONG_TITLE, ("Has somebody who knows about knees looked at yours since " + LONG_NOTE,), NUMBER)
    for each in page.findChildren(QAbstractButton):
        if each.property("kind") == "yes":
            each.click()
    return page


def not_today() -> QWidget:
    refusal = verdict(SEATED, Question.ASK_OSTEOPOROSIS)
    assert isinstance(refusal, Refusal)
    page = NotTodayPage(LIGHT, POSES)
    page.show_refusal(refusal, "Seated ease", "112", (Question.ASK_OSTEOPOROSIS,))
    return page


def not_today_for_many_reasons() -> QWidget:
    refusal = verdict(SEATED, *HEALTH)
    assert isinstance(refusal, Refusal)
    page = NotTodayPage(LIGHT, POSES)
    page.show_refusal(refusal, LONG_TITLE, NUMBER, refusal.confirmable)
    return page


def library() -> QWidget:
    read = load_library(paths.routines_dir(), None)
    page = LibraryPage(LIGHT, POSES)
    page.show_library(read.routines, read.problems)
    return page


def library_narrowed() -> QWidget:
    page = library()
    press(page, "Condition: No name yet", "More choices", "Place: Chair")
    return page


def library_full() -> QWidget:
    read = load_library(paths.routines_dir(), None)
    page = LibraryPage(LIGHT, POSES)
    problem = Problem("my-own-routine-for-long-evenings-at-home.yaml", 12, 7, "phases.0.seconds", "must be 30 to 120")
    ruled_out = {"oa-hands-short": Question.ASK_OSTEOPOROSIS, MUCH.id: Question.ADAPT_SORE_HANDS}
    page.show_library(
        (MUCH, *read.routines),
        (problem, replace(problem, line=14)),
        favourites=(MUCH.id, "oa-hands-short"),
        lately=("oa-hands-short", MUCH.id),
        ruled_out=ruled_out,
    )
    due = replace(SEATED_DAY, routine_id=MUCH.id, title=LONG_TITLE)
    page.show_today(Today(Standing.DUE, due, MONDAY, can_put_off=True), MONDAY)
    page.show_next_day(True)
    return page


def library_empty() -> QWidget:
    page = LibraryPage(LIGHT, POSES)
    page.show_library((), ())
    return page


def routine_detail() -> QWidget:
    page = RoutineDetailPage(LIGHT, POSES)
    expected = outlook(SEATED, health(Question.ADAPT_SORE_HANDS), START.wall, first_week=True)
    page.show_routine(SEATED, expected, warnings=("Long.",), instead=(SEATED,))
    return page


def routine_detail_full() -> QWidget:
    page = RoutineDetailPage(LIGHT, POSES)
    expected = outlook(MUCH, health(Question.ADAPT_SORE_HANDS), START.wall, first_week=True)
    page.show_routine(MUCH, expected, warnings=("The front of the left thigh gets 240 s, more than 120 s. " * 2,) * 3)
    return page


def unfinished() -> QWidget:
    page = UnfinishedPage()
    page.show_unfinished(opened("one", planned(), 3, START.wall), True)
    return page


def unfinished_long() -> QWidget:
    page = UnfinishedPage()
    page.show_unfinished(replace(opened("one", planned(), 3, START.wall), title=LONG_TITLE), False)
    return page


def pain_before(rating: int | None) -> Callable[[], QWidget]:
    def make() -> QWidget:
        page = PainBeforePage()
        page.show_question("Seated ease", Legs.BOTH, Side.LEFT, True)
        if rating is not None:
            page.show_light(before_light(rating), False)
        return page

    return make


def pain_before_full() -> QWidget:
    changes = DayChanges((LeftOut(PALM_GLIDES, Question.ADAPT_SORE_HANDS),), 3, True, (Question.ADAPT_VEINS,))
    steps = {number: f"{number + 1}. {LONG_TITLE[:50]}" for number in range(6)}
    doses = (DayDose(Muscle.QUADS, Side.LEFT, 150.0, 90.0), DayDose(Muscle.CALF, None, 200.0, 30.0))
    page = PainBeforePage()
    page.show_question(
        LONG_TITLE,
        Legs.BOTH,
        Side.LEFT,
        True,
        changes=changes,
        steps=steps,
        advice=(Advice(Rule.AFTER_AMBER, Facts(3, 5)), Advice(Rule.CLIMBING, Facts(3, 5))),
        amounts=tuple(Amount),
    )
    page.show_light(before_light(5), False)
    page.show_day_doses(doses, tuple(DayWay))
    return page


def player() -> PlayerPage:
    plan = planned()
    session = Session(plan)
    session.start(START)
    page = PlayerPage(LIGHT, POSES)
    page.show_plan("Seated ease", session.stages, plan.left_out, (), 5)
    page.show_notice("No sound can be played.")
    page.show_snapshot(session.snapshot())
    return page


def player_at_work(*, on_floor: bool, title: str = LONG_TITLE) -> Callable[[], QWidget]:
    def make() -> QWidget:
        plan = planned(replace(SEATED, title=title))
        session = Session(plan)
        session.start(START)
        session.skip(START)
        page = PlayerPage(LIGHT, POSES)
        page.show_plan(title, session.stages, plan.left_out, (Question.ADAPT_VEINS,), 3, (PALM_GLIDES,))
        page.set_floor_view(on_floor)
        page.show_snapshot(session.snapshot())
        page.caption.keep_room(True)
        page.caption.show_words("Left leg. Palm glides, front of thigh. One minute.")
        return page

    return make


def player_in_trouble() -> QWidget:
    page = player()
    page.show_trouble()
    return page


def player_in_trouble_with_a_number() -> QWidget:
    page = player()
    page.show_trouble(NUMBER)
    return page


def summary() -> QWidget:
    page = SummaryPage(LIGHT, POSES)
    page.show_summary(SESSION, True)
    page.show_advice(Change.SAME, [Advice(Rule.AFTER_GREEN, Facts(3, 3))])
    page.show_unsaved("History is not being saved.")
    return page


def summary_full() -> QWidget:
    page = SummaryPage(LIGHT, POSES)
    page.show_summary(LONG_SESSION, False, NUMBER)
    advice = [Advice(rule, Facts(3, 6)) for rule in (Rule.AFTER_RED, Rule.TWO_RED_DAYS, Rule.HIGH_PAIN)]
    page.show_advice(Change.CLEARLY_HIGHER, advice)
    page.show_unsaved("Your diary cannot be written now, so this session is not being saved. " * 2)
    return page


def history() -> QWidget:
    page = HistoryPage(LIGHT)
    older = replace(SESSION, id="two", started=START.wall - timedelta(days=1))
    page.show_records((SESSION, older), 9, 9, {}, (replace(SESSION, id="three", title="Another"),))
    page.offer(Action.ADD)
    return page


def history_full() -> QWidget:
    page = HistoryPage(LIGHT)
    titles = {"a": LONG_TITLE, "b": "Five-minute seated ease"}
    deleted = (replace(SESSION, id="three", title=LONG_TITLE), replace(SESSION, id="four", title="Another"))
    page.show_records((LONG_SESSION, *reversed(diary(40, LONG_NOTE, LONG_TITLE))), 1040, 12040, titles, deleted)
    page.offer_charts()
    page.offer(*Action)
    return page


def history_empty() -> QWidget:
    page = HistoryPage(LIGHT)
    page.show_records((), 0, 0, {})
    page.offer_charts()
    page.offer(*Action)
    return page


def history_charts() -> QWidget:
    database = open_database(None, None, START.wall).database
    kept = HistoryStore(database)
    for record in diary(40, LONG_NOTE):
        kept.save(record)
    activities = ActivityStore(database)
    for number, name in enumerate(("Walk to the shop", LONG_TITLE[:40])):
        activities.add(str(number), name, START.wall)
    activities.rate("0", MONDAY, 6)
    charts = LookAtCharts(LIGHT, FakeClock(), kept, HistorySumsStore(database), activities)
    charts.show(HistoryFilter())
    while charts.is_busy:
        QApplication.processEvents()
    database.close()
    page = HistoryPage(LIGHT)
    page.show_records(tuple(diary(5)), 40, 40, {})
    page.set_charts(charts.view)
    page.offer(*Action)
    press(page, "View: Charts")
    return page


def session_edit() -> QWidget:
    page = SessionEditPage()
    page.show_session(replace(opened("one", planned(), 3, START.wall), after=3, next_day_marks=False))
    return page


def session_edit_long() -> QWidget:
    page = SessionEditPage()
    page.show_session(LONG_SESSION)
    return page


def past_session() -> QWidget:
    page = PastSessionPage(START.wall.tzinfo)
    page.show_form((), START.wall)
    return page


def next_day() -> QWidget:
    page = NextDayPage()
    page.ask(opened("one", planned(), 3, START.wall))
    return page


def hand_over_kinds() -> QWidget:
    page = HandOverPage()
    page.show_kinds()
    return page


def hand_over_at_work() -> QWidget:
    page = HandOverPage()
    page.show_working("Export your diary", "Writing a-diary-of-many-years-in-the-mountains.json …")
    page.show_share(0.4)
    return page


def hand_over_preview() -> QWidget:
    page = HandOverPage()
    page.show_preview("diary.json", Preview(new=12, known=3, updated=1))
    return page


def hand_over_problems() -> QWidget:
    page = HandOverPage()
    problems = tuple(DiaryProblem(line, "note", "must be text") for line in range(1, 30))
    page.show_preview("a-diary-of-many-years.json", Preview(problems=problems, problem_count=40))
    return page


def weekly_plan_form() -> QWidget:
    page = WeeklyPlanPage()
    titles = {each.routine_id: each.title for each in (SEATED_DAY, STICK, CALF)}
    page.show_form({**titles, MUCH.id: LONG_TITLE}, RHYTHM, MONDAY, is_change=True)
    return page


def weekly_plan() -> QWidget:
    page = WeeklyPlanPage()
    days = (replace(SEATED_DAY, title=LONG_TITLE), STICK, CALF)
    page.show_plan(replace(PLAN, rhythm=replace(RHYTHM, days=days)), not_shown(), MONDAY)
    press(page, "End this plan")
    return page


def weekly_plan_over() -> QWidget:
    page = WeeklyPlanPage()
    page.show_review(PLAN, WeeksReview(6, 12, Change.SAME))
    return page


def paper_preview() -> QWidget:
    page = PaperPreviewPage()
    page.begin_report("Report for my clinician", "", PaperSize.A4, "Back to history")
    document, pages = report_pages(summed(1000), PaperSize.A4)
    page.show_pages(pages, as_text(document))
    return page


def paper_preview_in_trouble() -> QWidget:
    page = PaperPreviewPage()
    page.begin_sheet(LONG_TITLE, "What is on the sheet is what the routine says.", PaperSize.LETTER, "Back")
    document, pages = report_pages(summed(9, title=LONG_TITLE), PaperSize.LETTER)
    page.show_pages(pages, as_text(document))
    page.say_trouble("The sheet could not be written to /home/me/Documents/knee/sheet.pdf. Choose another folder.")
    return page


def learn() -> QWidget:
    page = LearnPage(LIGHT, POSES)
    page.show_learn(Learn(TOPICS), "rolling")
    return page


def learn_full() -> QWidget:
    page = LearnPage(LIGHT, POSES)
    page.show_learn(Learn(TOPICS), "help")
    return page


def settings() -> QWidget:
    page = SettingsPage()
    page.show_settings(Settings(), "/home/me/routines", START.wall, ())
    return page


def settings_full() -> QWidget:
    page = SettingsPage()
    folder = "/home/a-long-name-of-a-user/.local/share/kneeguide/routines"
    notices = ("The settings could not be read, so the usual ones count. " * 2,) * 2
    page.show_settings(Settings(emergency_number=NUMBER, voice=True), folder, None, notices)
    page.voice.show_voices(("English (Received Pronunciation)", "Other"))
    return page


def your_data() -> QWidget:
    page = YourDataPage()
    page.show_stored("/home/me/kneeguide", tuple(Stored(kind, 1, 1000) for kind in Kind))
    day = START.wall.date()
    good = SafeCopy(Path("good.db"), day, CopyKind.DAY, 1000, Contents(4, day, day, 1, 0))
    page.show_copies((good, replace(good, contents=None), replace(good, day=date(2026, 1, 4), kind=CopyKind.WEEK)))
    press(page, "What would change with the copy of Sun 4 Jan 2026?")
    return page


def delete_everything() -> QWidget:
    page = DeleteEverythingPage()
    page.show_question(2)
    press(page, "Go on to delete", "I understand that it cannot be undone.")
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "welcome": welcome,
    "emergency": emergency,
    "emergency, number": emergency_with_a_number,
    "health questions": health_questions,
    "health questions, all yes": health_questions_with_a_yes,
    "health questions, last part": health_questions_last_part,
    "checklist": checklist,
    "checklist, all yes": checklist_all_yes,
    "not today": not_today,
    "not today, many reasons": not_today_for_many_reasons,
    "library": library,
    "library, all choices": library_narrowed,
    "library, full": library_full,
    "library, empty": library_empty,
    "routine": routine_detail,
    "routine, full": routine_detail_full,
    "unfinished": unfinished,
    "unfinished, long": unfinished_long,
    "pain, nothing rated": pain_before(None),
    "pain, green": pain_before(2),
    "pain, amber": pain_before(5),
    "pain, red": pain_before(8),
    "pain, full": pain_before_full,
    "player": player,
    "player, at work": player_at_work(on_floor=False),
    "player, from the floor": player_at_work(on_floor=True),
    "player, trouble": player_in_trouble,
    "player, trouble, number": player_in_trouble_with_a_number,
    "summary": summary,
    "summary, full": summary_full,
    "history": history,
    "history, full": history_full,
    "history, empty": history_empty,
    "history, charts": history_charts,
    "session, changed": session_edit,
    "session, changed, long": session_edit_long,
    "past session": past_session,
    "next day": next_day,
    "export": hand_over_kinds,
    "export, at work": hand_over_at_work,
    "import": hand_over_preview,
    "import, problems": hand_over_problems,
    "weekly plan, form": weekly_plan_form,
    "weekly plan": weekly_plan,
    "weekly plan, over": weekly_plan_over,
    "paper preview": paper_preview,
    "paper preview, trouble": paper_preview_in_trouble,
    "learn": learn,
    "learn, every kind": learn_full,
    "settings": settings,
    "settings, full": settings_full,
    "health answers": health_answers,
    "health answers, many": health_answers_many,
    "your data": your_data,
    "delete everything": delete_everything,
}
WHOLE_WINDOW = {name for name in PAGES if name.startswith(("welcome", "player"))}
"""Those without the list of places."""
