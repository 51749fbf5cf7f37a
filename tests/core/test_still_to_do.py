"""What is left of a plan stays a plan that can be played: gaps lead where they say, and nothing comes back."""

from dataclasses import replace
from itertools import pairwise

from fakes import CALF_GLIDES, KNEE_BENDS, OWN_STEP, PALM_GLIDES, REST, SEATED, SQUEEZES, phase, planned
from hypothesis import given, settings
from hypothesis import strategies as st

from kneeguide.core import still_to_do
from kneeguide.core.routine import Method, Muscle, Phase, Sides
from kneeguide.core.stage import Stage, StageKind

GAPS = (StageKind.CHANGE_OVER, StageKind.REST)
techniques = [PALM_GLIDES, SQUEEZES, CALF_GLIDES, KNEE_BENDS, OWN_STEP, REST]
phases = st.builds(
    Phase,
    technique=st.sampled_from(techniques),
    seconds=st.integers(1, 60),
    sides=st.sampled_from(Sides),
    sets=st.integers(1, 3),
    gap=st.integers(0, 12),
    pressure=st.integers(0, 5),
)
plans = st.builds(
    lambda chosen, get_ready: planned(replace(SEATED, phases=tuple(chosen)), get_ready=get_ready).stages,
    st.lists(phases, min_size=1, max_size=5),
    st.sampled_from([0, 10]),
)


def leads_where_it_says(stages: list[Stage]) -> bool:
    return all(
        following.kind not in GAPS
        and (gap.technique, gap.side, gap.set_number) == (following.technique, following.side, following.set_number)
        for gap, following in pairwise(stages)
        if gap.kind in (*GAPS, StageKind.GET_READY)
    )


def works(stages: list[Stage]) -> list[str]:
    return [stage.key for stage in stages if stage.kind is StageKind.WORK]


@given(plans, st.data())
@settings(deadline=None)
def test_without_an_area_all_else_is_done_in_the_same_order_with_gaps_that_lead_to_it(
    stages: tuple[Stage, ...], data: st.DataObject
) -> None:
    here = data.draw(st.sampled_from(stages))
    area = still_to_do.area_of(here)
    if area is None:
        assert here.kind is StageKind.CHECK_IN or here.technique.method is Method.REST
        return
    left = still_to_do.without(stages, area)
    places, kept = [place for place, _ in left], [stage for _, stage in left]
    assert places == sorted(set(places))
    assert works(kept) == [key for key in works(list(stages)) if not on_it(stages, key, area)]
    assert leads_where_it_says(kept) or not works(kept)
    assert not kept or kept[-1].kind not in GAPS


def on_it(stages: tuple[Stage, ...], key: str, area: still_to_do.Area) -> bool:
    return any(stage.key == key and still_to_do.is_on(stage, area) for stage in stages)


@given(plans)
@settings(deadline=None)
def test_lighter_never_asks_for_more(stages: tuple[Stage, ...]) -> None:
    for stage in stages:
        light = still_to_do.lighter(stage)
        assert light.pressure <= stage.pressure
        assert light.pressure >= min(1, stage.pressure)
        assert 0 < light.seconds <= stage.seconds
        assert light.presses or light.seconds == stage.seconds
        if stage.presses and stage.seconds >= 20:
            assert 0.7 * stage.seconds < light.seconds < 0.8 * stage.seconds


def test_a_step_that_names_no_muscle_is_left_out_alone() -> None:
    other = replace(OWN_STEP, id="another", title="Another")
    stages = planned(replace(SEATED, phases=(phase(OWN_STEP), phase(other), phase(PALM_GLIDES)))).stages
    kept = [stage for _, stage in still_to_do.without(stages, OWN_STEP)]
    assert {stage.technique.id for stage in kept if stage.kind is StageKind.WORK} == {"another", PALM_GLIDES.id}


def test_all_that_presses_on_a_muscle_goes_with_it() -> None:
    stages = planned(replace(SEATED, phases=(phase(PALM_GLIDES), phase(SQUEEZES), phase(CALF_GLIDES)))).stages
    kept = [stage for _, stage in still_to_do.without(stages, Muscle.QUADS)]
    assert {stage.technique.id for stage in kept if stage.kind is StageKind.WORK} == {CALF_GLIDES.id}
