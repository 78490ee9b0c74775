"""Grading against a real verifier: what a verdict says, lists of any length, hostile text."""

import asyncio
import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from touchstone_verifier import (
    AnswerItem,
    AsyncVerifierClient,
    InvalidRequestError,
    answer_policy,
    messages,
)


def boxed(text):
    return rf"So it is \boxed{{{text}}}."


@pytest.mark.parametrize(
    ("item", "reward", "reason"),
    [
        (AnswerItem(golds="1/2", response=boxed("0.5")), 1.0, "equal"),
        (AnswerItem(golds="1/2", response=boxed("0.6")), 0.0, "different"),
        (AnswerItem(golds=["7", "8"], answer="8"), 1.0, "equal"),
        (AnswerItem(golds="1/2", response="No idea."), 0.0, "no_answer"),
        (AnswerItem(golds="28%", answer="28"), 0.0, "different"),
        (AnswerItem(golds="28%", answer="28", policy={"percent": "lenient"}), 1.0, "equal"),
        (AnswerItem(golds="B", answer="Paris", choices=["Rome", "Paris"]), 1.0, "equal"),
    ],
)
def test_verdict(client, item, reward, reason):
    (verdict,) = client.grade([item])
    assert (verdict.reward, verdict.reason, verdict.failure) == (reward, reason, None)


def test_an_item_without_gold_fails_and_is_not_zero(client):
    good, bad = client.grade([AnswerItem(golds="2", answer="2"), AnswerItem(golds=[], answer="2")])
    assert good.reward == 1.0
    assert bad.reward is None
    assert bad.correct is None
    assert bad.failure is not None
    assert bad.failure.kind == "no_gold"


def test_policy_of_the_call_holds_for_items_without_one(client):
    items = [AnswerItem(golds="28%", answer="28"), AnswerItem(golds="28%", answer="28", policy={"percent": "strict"})]
    assert [verdict.reward for verdict in client.grade(items, policy={"percent": "lenient"})] == [1.0, 0.0]


def test_item_needs_exactly_one_candidate(client):
    with pytest.raises(ValueError, match="either a response or a bare answer"):
        client.grade([AnswerItem(golds="1")])
    with pytest.raises(ValueError, match="either a response or a bare answer"):
        client.grade([AnswerItem(golds="1", response="1", answer="1")])


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (AnswerItem(golds=1, answer="1"), "golds of an answer item are texts in a list, and not int"),
        (AnswerItem(golds=None, answer="1"), "golds of an answer item are texts in a list, and not NoneType"),
        (AnswerItem(golds=["1", 2], answer="1"), r"golds of an answer item is text, and here int: .*str\(\)"),
        (AnswerItem(golds="1", answer=1), r"answer of an answer item is text, and here int: .*str\(\)"),
        (AnswerItem(golds="1", response=[{"role": "assistant"}]), "response of an answer item is text, and here list"),
        (AnswerItem(golds="A", answer="A", choices="AB"), "choices of an answer item are texts in a list, and not str"),
    ],
)
def test_a_field_that_is_no_text_is_named(client, item, message):
    with pytest.raises(TypeError, match=message):
        client.grade([item])


def expected_of(count):
    return [float(number % 3 == 0) for number in range(count)]


def items_of(count):
    return [AnswerItem(golds=str(n), response=boxed(n if n % 3 == 0 else n + 1)) for n in range(count)]


def test_long_lists_come_back_in_order(client):
    assert [verdict.reward for verdict in client.grade(items_of(3000))] == expected_of(3000)


def test_async_client_gives_the_same(address):
    async def run():
        async with AsyncVerifierClient(address) as client:
            return await client.grade(items_of(3000))

    assert [verdict.reward for verdict in asyncio.run(run())] == expected_of(3000)


def test_one_client_serves_many_threads(client):
    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(lambda count: client.grade(items_of(count)), range(64)))
    assert [[verdict.reward for verdict in verdicts] for verdicts in results] == [expected_of(n) for n in range(64)]


def grade_in_child(client, queue):
    queue.put([verdict.reward for verdict in client.grade(items_of(4))])


def test_a_forked_child_opens_a_channel_of_its_own(client):
    client.grade(items_of(1))
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()
    child = context.Process(target=grade_in_child, args=(client, queue))
    child.start()
    assert queue.get() == expected_of(4)
    child.join()


def test_an_item_over_the_message_limit_fails_alone(client):
    limit = client.describe().limits.max_message_bytes
    big = AnswerItem(golds="1", response="x" * (limit + 1))
    before, failed, after = client.grade([AnswerItem(golds="1", answer="1"), big, AnswerItem(golds="2", answer="1")])
    assert (before.reward, after.reward) == (1.0, 0.0)
    assert failed.reward is None
    assert failed.failure is not None
    assert failed.failure.kind == "limit_exceeded"


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=60), st.text(st.characters(), max_size=60))
def test_any_text_gets_a_verdict_and_leaves_its_neighbours_alone(client, gold, response):
    items = [
        AnswerItem(golds="4", answer="4"),
        AnswerItem(golds=gold, response=response),
        AnswerItem(golds="4", answer="5"),
    ]
    first, _, last = client.grade(items)
    assert (first.reward, last.reward) == (1.0, 0.0)


def test_half_an_emoji_does_not_fail_the_batch(client):
    (verdict,) = client.grade([AnswerItem(golds="1", response="\ud83d " + boxed(1))])
    assert verdict.reward == 1.0


JSON_ITEM = AnswerItem(golds='{"a": 1, "b": 2}', answer='{"b": 2.0, "a": 1}')
KEPT_ORDER = {"name": "json", "options": {"key_order": "keep"}}


@pytest.mark.parametrize(
    ("grader", "reward"),
    [
        ("json", 1.0),
        ({"name": "json"}, 1.0),
        (KEPT_ORDER, 0.0),
        (messages.GraderSpec(name="json", options={"key_order": "keep"}), 0.0),
    ],
)
def test_grader_of_the_call_holds_for_items_without_one(client, address, grader, reward):
    async def run():
        async with AsyncVerifierClient(address) as other:
            return await other.grade([JSON_ITEM], grader=grader)

    assert [verdict.reward for verdict in client.grade([JSON_ITEM], grader=grader)] == [reward]
    assert [verdict.reward for verdict in asyncio.run(run())] == [reward]
    own = AnswerItem(golds=JSON_ITEM.golds, answer=JSON_ITEM.answer, grader=grader)
    assert [verdict.reward for verdict in client.grade([own, JSON_ITEM], grader="exact")] == [reward, 0.0]


def test_a_grader_that_there_is_not_is_refused_with_the_nearest(client):
    with pytest.raises(InvalidRequestError, match='Did you mean "json"'):
        client.grade([JSON_ITEM], grader="jsn")


@pytest.mark.parametrize(
    "grader",
    [{}, {"name": 1}, {"name": "json", "key_order": "keep"}, {"name": "json", "options": {"key_order": 1}}],
)
def test_a_grader_of_another_form_is_refused(client, grader):
    with pytest.raises(ValueError, match="a grader is a name or"):
        client.grade([JSON_ITEM], grader=grader)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"plaice": "box"}, 'no field "plaice"'),
        ({"place": "bax"}, "place is one of box, marked, anywhere"),
        ({"percent": True}, "percent is one of strict, lenient"),
    ],
)
def test_policy_names_are_checked(fields, message):
    with pytest.raises(ValueError, match=message):
        answer_policy(**fields)


def test_policy_from_plain_names():
    policy = answer_policy(place="box", adjacent_boxes="separate", relative_tolerance=1e-3, positive_symbols=["x"])
    assert policy.place == messages.ANSWER_PLACE_BOX
    assert policy.adjacent_boxes == messages.ADJACENT_BOXES_SEPARATE
    assert policy.relative_tolerance == 1e-3
    assert list(policy.positive_symbols) == ["x"]


def test_rollouts_steps_and_difficulty(client):
    request = messages.ScoreRolloutsRequest(
        batch_id="py-1",
        policy_stream="py",
        groups=[
            messages.RolloutGroup(
                problem_id="p",
                golds=["2"],
                rollouts=[messages.Rollout(id=str(n), response=boxed(n)) for n in range(4)],
            )
        ],
    )
    first, again = client.score_rollouts(request), client.score_rollouts(request)
    assert [rollout.reward for rollout in first.groups[0].rollouts] == [0.0, 0.0, 1.0, 0.0]
    assert (first.repeated, again.repeated) == (False, True)
    assert [problem.rollouts for problem in client.get_difficulty("py", ["p", "unseen"])] == [4, 0]
    assert [problem.problem_id for problem in client.list_difficulty("py")] == ["p"]
    (trace,) = client.check_steps([messages.TraceItem(problem="3 and 4", steps=["3 + 4 = 8"])])
    assert trace.report.first_error == 0


def test_a_request_the_server_refuses_says_why(client):
    with pytest.raises(InvalidRequestError, match='Did you mean "truth"'):
        client.score_rollouts(messages.ScoreRolloutsRequest(reward=messages.RewardSpec(profile="thruth")))


def test_a_batch_id_with_other_content_is_refused(client):
    def request(gold):
        rollout = messages.Rollout(id="0", response=boxed(2))
        group = messages.RolloutGroup(problem_id="p", golds=[gold], rollouts=[rollout])
        return messages.ScoreRolloutsRequest(batch_id="twice", policy_stream="twice", groups=[group])

    client.score_rollouts(request("2"))
    with pytest.raises(InvalidRequestError, match="used before with other content"):
        client.score_rollouts(request("3"))
