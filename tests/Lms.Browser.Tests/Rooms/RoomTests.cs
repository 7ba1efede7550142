using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>A room with people in it, each in front of their own screen.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomTests(Chromium chromium, RoomServer server)
{
    private const string Lost = "ERR_INTERNET_DISCONNECTED";

    [Fact]
    public async Task Slides_move_for_all_words_are_read_and_a_poll_is_hidden_until_it_is_shown()
    {
        var room = Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await Expect(learner.Page.Locator("#state-words")).ToHaveTextAsync("Наживо");

        await trainer.SlideAsync(4);
        await Expect(learner.Page.Locator("#slide-place")).ToHaveTextAsync(RoomSteps.Place(4));
        await Expect(learner.Page.Locator("#slide-4")).ToBeVisibleAsync();
        await Expect(trainer.Page.Locator("#notes")).Not.ToBeEmptyAsync();
        await Expect(learner.Page.Locator("#notes")).ToBeEmptyAsync();

        await learner.Page.ClickAsync("#slide-back");
        await Expect(learner.Page.Locator("#slide-live")).ToBeVisibleAsync();
        await trainer.SlideAsync(5);
        await Expect(learner.Page.Locator("#slide-place")).ToHaveTextAsync(RoomSteps.Place(3));
        await learner.Page.ClickAsync("#slide-live");
        await Expect(learner.Page.Locator("#slide-place")).ToHaveTextAsync(RoomSteps.Place(5));

        await learner.SayAsync("Доброго дня!");
        await trainer.Page.ClickAsync("#tab-chat");
        await Expect(trainer.Page.Locator("#chat-list .said")).ToHaveTextAsync("Доброго дня!");

        await trainer.Page.Locator("#slide-back").ClickAsync();
        await trainer.Page.ClickAsync("#tab-polls");
        await trainer.Page.Locator("#deck-polls button").ClickAsync();
        await learner.Page.Locator("#poll-now button").ClickAsync();
        await learner.Page.Locator(".poll-form .option").Nth(1).ClickAsync();
        await learner.Page.Locator(".poll-form button[type=submit]").ClickAsync();
        await Expect(learner.Page.Locator(".poll .answer")).ToBeVisibleAsync();
        await Expect(trainer.Page.Locator(".poll .voters")).ToContainTextAsync("1");
        await Expect(learner.Page.Locator(".bar")).ToHaveCountAsync(0);

        await trainer.Page.Locator("[data-act=revealed]").ClickAsync();
        await Expect(learner.Page.Locator(".bar-number").Nth(1)).ToHaveTextAsync("1 · 100 %");
        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task A_pointer_is_seen_where_it_came_to_rest_and_goes_when_it_leaves_the_slide()
    {
        var room = Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await Expect(learner.Page.Locator("#state-words")).ToHaveTextAsync("Наживо");
        await trainer.Page.ClickAsync("#point");
        var box = (await trainer.Page.Locator("#deck > .slide:visible").BoundingBoxAsync())!;
        for (var times = 0; times < 3; times++)
        {
            // The second and the third come too soon after the first to be told at once.
            foreach (var x in new[] { 0.2f, 0.5f, 0.8f })
            {
                await trainer.Page.Mouse.MoveAsync(
                    box.X + (box.Width * x),
                    box.Y + (box.Height / 2)
                );
            }

            await Expect(learner.Page.Locator("#pointer")).ToBeVisibleAsync();
            await learner.Page.WaitForFunctionAsync(
                """
                () => {
                  const dot = document.querySelector("#pointer");
                  const slide = [...document.querySelectorAll("#deck > .slide")].find((one) => one.offsetWidth > 0);
                  return Math.abs((parseFloat(dot.style.left) - slide.offsetLeft) / slide.offsetWidth - 0.8) < 0.02;
                }
                """
            );
            await trainer.Page.Mouse.MoveAsync(1, 1);
            await Expect(learner.Page.Locator("#pointer")).ToBeHiddenAsync();
        }

        trainer.Watch.AssertQuiet();
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task What_is_said_without_a_link_outlives_the_tab_and_arrives_once()
    {
        var room = Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        learner.Watch.Expect(Lost);
        await learner.SayAsync("Перше");
        await Expect(learner.Page.Locator("#chat-list .said")).ToHaveTextAsync("Перше");
        await Expect(learner.Page.Locator("#chat-waiting li")).ToHaveCountAsync(0);

        await learner.Page.Context.SetOfflineAsync(true);
        await Expect(learner.Page.Locator("#link")).ToHaveAttributeAsync("data-state", "waiting");
        await learner.SayAsync("Друге, без мережі");
        await Expect(learner.Page.Locator("#chat-waiting li")).ToHaveCountAsync(1);
        await Expect(learner.Page.Locator("#link")).ToContainTextAsync("1");
        await trainer.SlideAsync(3);
        await learner.ChangeTabAsync(() => learner.Page.Context.SetOfflineAsync(false));

        await learner.EnterAsync(room);
        await Expect(learner.Page.Locator("#slide-place")).ToHaveTextAsync(RoomSteps.Place(3));
        await Expect(learner.Page.Locator("#chat-list .said")).ToHaveCountAsync(2);
        await Expect(learner.Page.Locator("#chat-waiting li")).ToHaveCountAsync(0);
        await Expect(learner.Page.Locator("#link")).ToHaveAttributeAsync("data-state", "saved");
        await trainer.Page.ClickAsync("#tab-chat");
        await Expect(trainer.Page.Locator("#chat-list .said"))
            .ToHaveTextAsync(["Перше", "Друге, без мережі"]);

        await learner.Page.Context.SetOfflineAsync(true);
        await Expect(learner.Page.Locator("#link")).ToHaveAttributeAsync("data-state", "waiting");
        await trainer.SlideAsync(6);
        await learner.Page.Context.SetOfflineAsync(false);
        await Expect(learner.Page.Locator("#slide-place")).ToHaveTextAsync(RoomSteps.Place(6));
        await Expect(learner.Page.Locator("#chat-list .said")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Without_scripts_the_slides_can_be_read_and_the_page_says_what_is_missing()
    {
        var room = Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await using var plain = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await plain.OpenAsync($"/account/login?from=/sessions/{room}/room");
        await plain.SignInAsync("specialist");
        await plain.ArriveAsync("/room");
        var html = await plain.Page.EvaluateAsync<string>(
            "async () => (await fetch(location.href)).text()"
        );

        Assert.Contains("<noscript>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"slide-1\"", html, StringComparison.Ordinal);
        Assert.Contains("Наші правила на цю годину", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Заземлення і правила", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task Every_part_of_the_room_can_be_seen_and_heard_by_everyone(string language)
    {
        var room = Plan();
        await using var learner = await chromium.VisitorAsync(
            server.Process,
            Screen.Phone,
            language
        );
        await learner.OpenAsync($"/account/login?from=/sessions/{room}/room");
        await learner.SignInAsync("specialist");
        await Expect(learner.Page.Locator("#join")).ToBeVisibleAsync();
        await LookAsync(learner, "room-lobby");
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, language);
        await learner.Page.ClickAsync("#join");
        await Expect(learner.Page.Locator("#chat-form")).ToBeVisibleAsync();
        await trainer.BeginAsync();
        await learner.SayAsync("Доброго дня! Чути добре.");
        await learner.Page.ClickAsync("#tab-questions");
        await learner.Page.FillAsync("#question-text", "Чи потрібен вирок, щоб подати заяву?");
        await learner.Page.CheckAsync("#question-anonymous");
        await learner.Page.Locator("#question-form button").ClickAsync();
        await learner.Page.ClickAsync("#hand");
        await trainer.SlideAsync(4);
        await LookAsync(trainer, "room-lead");
        await trainer.Page.ClickAsync("#tab-polls");
        await trainer.Page.Locator("#deck-polls button").ClickAsync();
        await trainer.Page.ClickAsync("#tab-questions");
        await Expect(trainer.Page.Locator(".question-card")).ToBeVisibleAsync();
        await LookAsync(trainer, "room-questions-lead");
        await trainer.Page.ClickAsync("#tab-people");
        await LookAsync(trainer, "room-people-lead");

        await learner.Page.Locator("#question-list .vote").ClickAsync();
        await Expect(learner.Page.Locator("#question-list .vote"))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await LookAsync(learner, "room-questions");
        await learner.Page.ClickAsync("#tab-chat");
        await LookAsync(learner, "room-chat");
        await learner.Page.ClickAsync("#tab-polls");
        await learner.Page.Locator(".poll-form .option").First.ClickAsync();
        await LookAsync(learner, "room-poll");
        await learner.Page.Locator(".poll-form button[type=submit]").ClickAsync();
        await Expect(learner.Page.Locator(".poll .answer")).ToBeVisibleAsync();
        await trainer.Page.ClickAsync("#tab-polls");
        await trainer.Page.Locator("[data-act=revealed]").ClickAsync();
        await Expect(learner.Page.Locator(".bar").First).ToBeVisibleAsync();
        await LookAsync(learner, "room-poll-shown");
        await LookAsync(trainer, "room-polls-lead");
        await trainer.Page.ClickAsync("#tab-lead");
        await trainer.Page.ClickAsync("#alert-on");
        await Expect(learner.Page.Locator("#alert")).ToBeVisibleAsync();
        await LookAsync(learner, "room-alert");
        await trainer.Page.ClickAsync("#alert-over");
        await Expect(learner.Page.Locator("#alert")).ToBeHiddenAsync();
        await trainer.OpenAsync($"/sessions/{room}/notes");
        await LookAsync(trainer, "room-notes");
        learner.Watch.AssertQuiet();
        trainer.Watch.AssertQuiet();
    }

    private Guid Plan() => server.Plan();

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);

    // What a strip that stays in its place covers is no fault of the page.
    private static async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await visitor.LookAsync(name);
    }
}
