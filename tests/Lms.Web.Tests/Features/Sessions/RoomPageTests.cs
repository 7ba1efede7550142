using System.Net;
using Lms.Domain.Live;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Sessions;

/// <summary>The page of a room and the notes: who may see them, and what never leaves the server.</summary>
public sealed class RoomPageTests
{
    private const string Canary = "zzcanaryzz";
    private const string SlideWords = "Слова слайда";

    private const string Deck = $$"""
        ---
        title: "Зустріч"
        minutes: 60
        ---

        ## Вітання

        {{SlideWords}}.

        ???

        Нотатка {{Canary}}.

        ---

        ::: check {#c-one}
        Скільки елементів?

        - [x] три {{Canary}}
        - [ ] дві
        :::
        """;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Only_where_a_recording_is_planned_and_made_is_it_spoken_of_and_can_be_missing(
        bool isRecorded,
        bool isRehearsal
    )
    {
        await using var stage = await RoomStage.SetAsync(
            plan: one => one.IsRecorded = isRecorded,
            isRehearsal: isRehearsal
        );
        var trainer = await stage.Host.SignedInAsync("trainer");

        var page = await trainer.OpenAsync($"/sessions/{stage.Session.Value}/room");

        var isMade = isRecorded && !isRehearsal;
        Assert.Equal(isMade, page.GetElementById("unrecorded") is not null);
        Assert.Equal(
            !isMade,
            page.GetElementById("lobby")!
                .TextContent.Contains("не ведеться", StringComparison.Ordinal)
        );
        Assert.Equal(isMade, page.GetElementById("hand-recorded") is not null);
        var button = page.GetElementById("record")!;
        Assert.Equal(!isMade, button.HasAttribute("hidden"));
        Assert.Equal("Почати запис", button.TextContent);
    }

    [Theory]
    [InlineData("uk", "Репетицію не записують.", "Запису не буде.", "нічого: це репетиція")]
    [InlineData(
        "en",
        "A rehearsal is not recorded.",
        "It is not recorded.",
        "nothing: this is a rehearsal"
    )]
    public async Task A_rehearsal_says_that_nothing_of_it_is_kept_and_nothing_counts(
        string language,
        string inRoom,
        string before,
        string counts
    )
    {
        await using var stage = await RoomStage.SetAsync(isRehearsal: true);
        var trainer = await stage.Host.SignedInAsync("trainer", language);

        var room = await trainer.OpenAsync($"/sessions/{stage.Session.Value}/room");
        var page = await trainer.OpenAsync($"/sessions/{stage.Session.Value}");

        Assert.Contains(
            inRoom,
            room.GetElementById("panel-lead")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(before, page.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
        foreach (var facts in new[] { page, room }.Select(one => one.QuerySelector("dl.facts")!))
        {
            Assert.Contains(counts, facts.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("%", facts.TextContent, StringComparison.Ordinal);
        }

        var head = room.QuerySelector(".room-head .eyebrow")!.TextContent;
        Assert.Contains(
            language == "uk" ? "Репетиція" : "Rehearsal",
            head,
            StringComparison.Ordinal
        );
        Assert.Equal("", room.GetElementById("room")!.GetAttribute("data-percent"));
    }

    [Theory]
    [InlineData("trainer", "ім’я і прізвище")]
    [InlineData("author", "ім’я і прізвище")]
    [InlineData("specialist", "ім’я і першу літеру прізвища")]
    public async Task At_the_door_people_are_told_what_they_are_called_in_the_room(
        string name,
        string called
    )
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var visitor = await stage.Host.SignedInAsync(name);

        var page = await visitor.OpenAsync($"/sessions/{stage.Session.Value}/room");

        Assert.Contains(
            page.QuerySelectorAll("#lobby dd"),
            fact => fact.TextContent.Trim() == called
        );
    }

    [Theory]
    [InlineData(SessionState.Lobby)]
    [InlineData(SessionState.Live)]
    [InlineData(SessionState.Paused)]
    [InlineData(SessionState.Interrupted)]
    public async Task A_participant_has_the_slides_and_no_note_and_no_key(SessionState state)
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, state);
        var visitor = await host.SignedInAsync("specialist");

        var page = await visitor.GetStringAsync($"/sessions/{room.Value}/room");

        Assert.Contains(SlideWords, page, StringComparison.Ordinal);
        Assert.Contains("Скільки елементів?", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);
        using var notes = await visitor.GetAsync($"/sessions/{room.Value}/notes");
        Assert.Equal(HttpStatusCode.NotFound, notes.StatusCode);
        Assert.DoesNotContain(
            Canary,
            await notes.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Before_the_doors_are_open_a_participant_has_the_lobby_without_slides()
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Scheduled);
        var page = await (await host.SignedInAsync("specialist")).OpenAsync(
            $"/sessions/{room.Value}/room"
        );

        Assert.Empty(page.QuerySelectorAll(".slide"));
        Assert.NotNull(page.QuerySelector("#join"));
        Assert.Contains("80", page.QuerySelector("#lobby")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leads_reads_notes_and_questions_but_no_key_and_the_page_has_neither()
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Live);
        var trainer = await host.SignedInAsync("trainer");

        var notes = await trainer.OpenAsync($"/sessions/{room.Value}/notes");

        Assert.Contains(
            Canary,
            notes.QuerySelector("[data-notes]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("c-one", notes.QuerySelector("[data-poll]")!.GetAttribute("data-poll"));
        Assert.DoesNotContain(
            $"три {Canary}",
            notes.DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );
        var page = await trainer.GetStringAsync($"/sessions/{room.Value}/room");
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("specialist2")]
    [InlineData("manager")]
    [InlineData("admin")]
    [InlineData("author")]
    public async Task Who_has_no_seat_is_told_no_more_than_of_a_session_that_is_not_there(
        string who
    )
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Live);
        var visitor = await host.SignedInAsync(who);

        foreach (var part in new[] { "room", "notes" })
        {
            using var foreign = await visitor.GetAsync($"/sessions/{room.Value}/{part}");
            using var absent = await visitor.GetAsync($"/sessions/{Guid.CreateVersion7()}/{part}");
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        }
    }

    [Theory]
    [InlineData(SeatState.Waiting)]
    [InlineData(SeatState.Asked)]
    [InlineData(SeatState.Refused)]
    [InlineData(SeatState.GivenUp)]
    public async Task Only_who_is_seated_has_a_seat(SeatState state)
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Live);
        await using (var db = host.Look())
        {
            var seat = await db.SessionSeats.SingleAsync(one => one.SessionId == room);
            seat.State = state;
            await db.SaveChangesAsync();
        }

        using var answer = await (await host.SignedInAsync("specialist")).GetAsync(
            $"/sessions/{room.Value}/room"
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(SessionState.Draft)]
    [InlineData(SessionState.Cancelled)]
    public async Task There_is_no_room_that_is_not_held(SessionState state)
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, state);

        using var answer = await (await host.SignedInAsync("specialist")).GetAsync(
            $"/sessions/{room.Value}/room"
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Once_it_is_over_the_page_says_so_and_leads_on()
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Ended);
        var page = await (await host.SignedInAsync("specialist")).OpenAsync(
            $"/sessions/{room.Value}/room"
        );

        Assert.Null(page.QuerySelector("#join"));
        Assert.NotNull(page.QuerySelector($"#lobby a[href='/sessions/{room.Value}']"));
    }

    [Fact]
    public async Task Voice_may_be_decoded_and_the_microphone_asked_for_here_and_nowhere_else()
    {
        await using var host = await StartAsync();
        var room = await PlanAsync(host, SessionState.Live);
        var visitor = await host.SignedInAsync("specialist");

        using var here = await visitor.GetAsync($"/sessions/{room.Value}/room");
        using var elsewhere = await visitor.GetAsync("/learn");

        Assert.Contains("'wasm-unsafe-eval'", Policy(here), StringComparison.Ordinal);
        Assert.Contains("media-src 'self' blob:", Policy(here), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Policy(here), StringComparison.Ordinal);
        Assert.Contains("microphone=(self)", Permissions(here), StringComparison.Ordinal);
        Assert.DoesNotContain("wasm", Policy(elsewhere), StringComparison.Ordinal);
        Assert.Contains("microphone=()", Permissions(elsewhere), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();

    private static string Permissions(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Permissions-Policy").Single();

    private static Task<LiveSessionId> PlanAsync(LmsHost host, SessionState state) =>
        MeetingRoom.PlanAsync(host, state, ("written", "talk"), "trainer", "specialist");

    private static async Task<LmsHost> StartAsync() =>
        await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await WrittenCourse.BesideAsync(
                ("written/course.md", WrittenCourse.Manifest("Написаний")),
                ("written/01-first.md", WrittenCourse.Lesson("Перший", "Слова.", "minutes: 60")),
                ("written/02-talk.slides.md", Deck)
            )
        );
}
