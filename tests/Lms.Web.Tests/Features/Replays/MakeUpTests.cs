using System.Net;
using System.Net.Http.Json;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Replays;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Replays;

public sealed class MakeUpTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Fourteen_missed_minutes_are_watched_answered_and_made_up(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var held = await HeldAsync(host, until: 46);
        var person = await host.PersonAsync("specialist");
        var client = await host.SignedInAsync("specialist");
        var page = await client.OpenAsync(held.Replay);
        Assert.Contains("Переглянуто 0 хв із 14", page.Body!.TextContent, StringComparison.Ordinal);

        await WatchAsync(host, client, held, 46, 60);
        Assert.Equal(
            AttendanceVerdict.NotAttended,
            (await held.LineAsync(person)).Attendance.Verdict
        );
        var link = page.QuerySelector("a[href*='questions']")!.GetAttribute("href")!;
        using var wrong = await client.SubmitAsync(link, "form#again");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await client.SubmitAsync(
            link,
            "form#again",
            await RightAsync(host, held)
        );
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        var line = await held.LineAsync(person);
        Assert.Equal(
            (AttendanceVerdict.MadeUp, 46, 14),
            (line.Attendance.Verdict, line.Minutes, line.MadeUpMinutes)
        );
        Assert.Equal("відвідано, 14 хв надолужено", AttendanceWords.Verdict(Texts.Uk, line, true));
        await using var db = host.Look();
        var fact = await db.AttendedSessions.SingleAsync();
        Assert.Equal(
            (AttendanceVerdict.MadeUp, 46, 14),
            (fact.Verdict, fact.Minutes, fact.MadeUpMinutes)
        );
    }

    [Fact]
    public async Task The_server_counts_no_faster_than_one_and_a_half_times_and_two_windows_as_one()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, until: 40);
        var client = await host.SignedInAsync("specialist");
        await ReportAsync(client, held, 40, 60);
        await using (var db = host.Look())
        {
            Assert.Equal(0, await db.WatchedSpans.CountAsync());
        }

        // Ten minutes of the server's clock, two windows that each claim to have played ten.
        for (var step = 0; step < 20; step++)
        {
            host.Clock.Forward(TimeSpan.FromSeconds(30));
            await ReportAsync(client, held, 40 + (step * 0.5), 41 + (step * 0.5));
            await ReportAsync(client, held, 50 + (step * 0.5), 51 + (step * 0.5));
        }

        await using var after = host.Look();
        var spans = await after.WatchedSpans.ToListAsync();
        var watched = Spans.Length(
            Spans.Joined(spans.Select(one => new Span(one.From, one.Until)))
        );
        Assert.InRange(watched, HeldSession.Minute(9), HeldSession.Minute(15));
    }

    [Fact]
    public async Task A_manager_a_stranger_and_whoever_was_there_are_asked_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, until: 60);
        var client = await host.SignedInAsync("specialist");
        await client.OpenAsync(held.Replay);
        using var none = await client.GetAsync($"{held.Replay}/questions?block=0");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var stranger = await (await host.SignedInAsync("manager")).PutAsJsonAsync(
            $"/api/v1/sessions/{held.Id.Value}/watched",
            new WatchedBody(0, 1000)
        );
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        await using var db = host.Look();
        Assert.Equal(0, await db.MadeUpBlocks.CountAsync());
    }

    private static async Task<HeldSession> HeldAsync(LmsHost host, double until)
    {
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        held.Enters(person, 0).Seated(person).There(person, 0, until);
        held.Says(0.5, held.Trainer, new RoomEvent.RecordingSet(true));
        held.Says(46, held.Trainer, new RoomEvent.SlideShown(1));
        return await held.EndsAsync();
    }

    /// <summary>As a player that plays in real time reports it.</summary>
    private static async Task WatchAsync(
        LmsHost host,
        HttpClient client,
        HeldSession held,
        double from,
        double until
    )
    {
        await ReportAsync(client, held, from, from);
        for (var at = from; at < until; at += 0.25)
        {
            host.Clock.Forward(TimeSpan.FromSeconds(15));
            await ReportAsync(client, held, at, at + 0.25);
        }
    }

    private static async Task ReportAsync(
        HttpClient client,
        HeldSession held,
        double from,
        double until
    )
    {
        using var answer = await client.PutAsJsonAsync(
            $"/api/v1/sessions/{held.Id.Value}/watched",
            new WatchedBody(HeldSession.Minute(from), HeldSession.Minute(until))
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The two checks of the slide shown then.</summary>
    private static async Task<(string, string)[]> RightAsync(LmsHost host, HeldSession held)
    {
        await using var db = host.Look();
        var block = await db.MadeUpBlocks.SingleAsync();
        Assert.Equal(["deck:c-consent", "deck:c-child"], block.Questions);
        await using var work = host.Services.WorkAs("a test looks for keys");
        var questions = (MakeUpQuestions)work.Services.GetService(typeof(MakeUpQuestions))!;
        var log = await host.LogAsync(held);
        var fields = new List<(string, string)>();
        foreach (var (at, name) in block.Questions.Index())
        {
            var question = await questions.FindAsync(log, name);
            fields.AddRange(
                question!
                    .Options.Index()
                    .Where(one => one.Item.IsRight)
                    .Select(one => ($"q-{at}", $"{one.Index}"))
            );
        }

        return [.. fields];
    }
}
