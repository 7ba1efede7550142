using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>What people are asked and answer: quizzes, checks, decisions; with a link and without one.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomAnswerTests(Chromium chromium, RoomServer server)
{
    private const string Lost = "ERR_INTERNET_DISCONNECTED";

    [Fact]
    public async Task A_quiz_is_hidden_until_it_is_shown_and_gives_points_to_who_was_right()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var right = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await using var wrong = await JoinAsync(room, "specialist2", Screen.Phone, "en");
        await trainer.AskAsync("Куди телефонувати?", "На роботу", "* 527", "Нікуди");
        await right.VoteAsync(1);
        await wrong.VoteAsync(0);
        await Expect(trainer.At(".poll .voters")).ToContainTextAsync("2");
        foreach (var learner in new[] { right, wrong })
        {
            await Expect(learner.At(".poll .answer")).ToBeVisibleAsync();
            await Expect(learner.At(".bar")).ToHaveCountAsync(0);
            await Expect(learner.At("#score")).ToBeHiddenAsync();
        }

        await trainer.At(".poll [data-act=closed]").ClickAsync();
        await Expect(right.At(".poll-form")).ToHaveCountAsync(0);
        await Expect(right.At(".bar")).ToHaveCountAsync(0);
        await trainer.At(".poll [data-act=revealed]").ClickAsync();
        await Expect(right.At(".bar.is-right")).ToContainTextAsync("527");
        await Expect(right.At(".bar-number").Nth(1)).ToHaveTextAsync("1 · 50 %");
        await Expect(right.At("#score")).ToHaveTextAsync("Ваші бали: 1 з 1");
        await Expect(wrong.At("#score")).ToHaveTextAsync("Your points: 0 of 1");
        right.Watch.AssertQuiet();
        wrong.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_check_is_answered_by_one_and_not_by_another_and_decisions_outlast_the_session()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var here = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await using var away = await JoinAsync(room, "specialist2", Screen.Phone, "en");
        // A check asks those whose beats came already.
        await Expect(here.At("#minutes")).ToBeVisibleAsync();
        await Expect(away.At("#minutes")).ToBeVisibleAsync();
        await trainer.At("#ask-check").ClickAsync();
        await Expect(here.At("#check")).ToBeVisibleAsync();
        await Expect(away.At("#check")).ToContainTextAsync("90");
        await Expect(trainer.At("#check")).ToBeHiddenAsync();
        await here.At("#check-here").ClickAsync();
        await Expect(here.At("#check")).ToBeHiddenAsync();

        await trainer.TabAsync("decisions");
        await trainer.Page.FillAsync("#decision-what", "Оновити картку номерів");
        await trainer.Page.FillAsync("#decision-who", "Громада Лебедина");
        await trainer.Page.FillAsync("#decision-due", "2027-01-15");
        await trainer.At("#decision-form button").ClickAsync();
        await Expect(away.At("#tab-decisions .badge")).ToHaveTextAsync("1");
        await away.TabAsync("decisions");
        await Expect(away.At("#decision-list .who"))
            .ToHaveTextAsync("Громада Лебедина · by 15 January 2027");

        await trainer.EndAsync();
        await Expect(away.At("#grid")).ToBeHiddenAsync();
        await Expect(here.At("#standing")).ToContainTextAsync("завершено");
        await here.OpenAsync($"/sessions/{room}/replay");
        await Expect(here.At("main")).ToContainTextAsync("Оновити картку номерів");
        await trainer.OpenAsync($"/teach/sessions/{room}/attendance");
        await Expect(trainer.At("main")).ToContainTextAsync("1 із 1");
        await Expect(trainer.At("main")).ToContainTextAsync("0 із 1");
    }

    [Fact]
    public async Task What_is_answered_and_asked_without_a_link_is_counted_once()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "en");
        learner.Watch.Expect(Lost);
        await trainer.AskAsync("Що далі?", "Так", "Ні");
        await learner.TabAsync("polls");
        await Expect(learner.At(".poll-form")).ToBeVisibleAsync();
        await learner.Page.Context.SetOfflineAsync(true);
        await Expect(learner.At("#link")).ToHaveAttributeAsync("data-state", "waiting");
        await learner.VoteAsync(0);
        await learner.VoteAsync(1);
        await learner.TabAsync("questions");
        await learner.Page.FillAsync("#question-text", "А якщо не візьмуть слухавку?");
        await learner.At("#question-form button").ClickAsync();
        await Expect(learner.At("#question-waiting li")).ToHaveCountAsync(1);

        await learner.Page.Context.SetOfflineAsync(false);
        await Expect(learner.At("#link")).ToHaveAttributeAsync("data-state", "saved");
        await Expect(learner.At("#question-waiting li")).ToHaveCountAsync(0);
        await Expect(learner.At("#question-list li")).ToHaveCountAsync(1);
        await Expect(trainer.At(".poll .voters")).ToContainTextAsync("1");
        await trainer.At(".poll [data-act=revealed]").ClickAsync();
        await Expect(trainer.At(".bar-number").Nth(0)).ToHaveTextAsync("0 · 0 %");
        await Expect(trainer.At(".bar-number").Nth(1)).ToHaveTextAsync("1 · 100 %");
        await trainer.TabAsync("questions");
        await Expect(trainer.At("#question-list li")).ToHaveCountAsync(1);
    }

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);
}
