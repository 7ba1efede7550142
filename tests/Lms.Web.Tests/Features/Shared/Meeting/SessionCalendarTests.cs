using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Lms.Web.Tests.Features.Shared.Meeting;

/// <summary>What calendars are told, read by another reader than what wrote it.</summary>
public sealed class SessionCalendarTests
{
    public static TheoryData<string> Hours =>
        [
            // The clock goes back at 4 in the morning of 25 October 2026 and forward at 3 of 29 March.
            "2026-10-24T21:30Z",
            "2026-10-25T00:59Z",
            "2026-10-25T02:30Z",
            "2026-10-25T12:00Z",
            "2026-03-28T23:30Z",
            "2026-03-29T00:30Z",
            "2026-03-29T01:30Z",
            "2026-03-29T12:00Z",
            "2027-01-15T08:00Z",
            "2027-07-15T08:00Z",
        ];

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task Another_reader_finds_the_same_instant_by_the_rules_of_the_zone(string instant)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var starts = DateTimeOffset.Parse(
            instant,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var calendar = host.Services.GetRequiredService<SessionCalendar>();
        var id = new LiveSessionId(Guid.CreateVersion7());
        var written = calendar.Invitation(
            new(id, starts, 90, SessionForm.Online, 3, false),
            SessionCalendar.Request,
            "somebody@people.example",
            starts.AddDays(-1)
        );
        var read = IcsReader.Of(written);
        Assert.Equal(starts, read.InstantOf("DTSTART"));
        Assert.Equal(starts.AddMinutes(90), read.InstantOf("DTEND"));
        Assert.Equal("REQUEST", read.Method);
        Assert.Equal(id.Value.ToString(), read.Uid);
        Assert.Equal(3, read.Sequence);
        Assert.Equal("CONFIRMED", read.Status);
        Assert.Equal("Навчання: вебінар", read.Summary);
        Assert.False(read.Has("LOCATION"));
        Assert.Equal("mailto:somebody@people.example", read.One("ATTENDEE"));
    }

    [Fact]
    public async Task Invited_moved_and_cancelled_one_uid_grows_in_sequence_and_goes_out_by_mail()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var people = await host.PeopleAsync(1);
        var trainer = await host.TrainerAsync();
        var plan = Meetings.Plan(LmsHost.Start.AddDays(7), capacity: 1);
        var session = await host.PlanAsync(plan);
        await host.Services.GetRequiredService<ChangeSeats>().AskAsync(session, people[0]);
        var change = host.Services.GetRequiredService<ChangeSession>();
        var moved = plan with { StartsAt = LmsHost.Start.AddDays(8) };
        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(ChangeAnswer.Done, await change.RunAsync(session, moved, false, trainer));
        }

        var cancel = host.Services.GetRequiredService<CancelSession>();
        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(
                ChangeAnswer.Done,
                await cancel.RunAsync(session, "Немає світла", false, trainer)
            );
        }

        await SendAsync(host);
        var letters = new List<MimeMessage>();
        foreach (var file in Directory.GetFiles(Path.Combine(host.Folder, "mail"), "*.eml"))
        {
            var letter = await MimeMessage.LoadAsync(file);
            if (letter.To.Mailboxes.Single().Address == "seat0@people.example")
            {
                letters.Add(letter);
            }
        }

        var read = letters
            .Select(letter =>
            {
                var part = letter.BodyParts.OfType<TextPart>().Single(one => one.IsCalendar());
                return (
                    Read: IcsReader.Of(part.Bytes()),
                    Method: part.ContentType.Parameters["method"],
                    Letter: letter
                );
            })
            .OrderBy(one => one.Read.Sequence)
            .ToList();
        Assert.Equal([0, 1, 2], read.Select(one => one.Read.Sequence));
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], read.Select(one => one.Read.Method));
        Assert.All(read, one => Assert.Equal(one.Read.Method, one.Method));
        Assert.Equal([session.Value.ToString()], read.Select(one => one.Read.Uid).Distinct());
        Assert.Equal(LmsHost.Start.AddDays(8), read[1].Read.InstantOf("DTSTART"));
        Assert.Equal("CANCELLED", read[2].Read.Status);
        Assert.Contains("Немає світла", read[2].Letter.TextBody, StringComparison.Ordinal);
        Assert.All(
            read,
            one =>
            {
                Assert.Equal("Навчання", one.Letter.Subject);
                var said = one.Letter.TextBody + one.Read.Summary;
                Assert.DoesNotContain("Вигадана", said, StringComparison.Ordinal);
                Assert.DoesNotContain("торгівл", said, StringComparison.OrdinalIgnoreCase);
            }
        );
        Assert.Equal(SessionState.Cancelled, (await host.SessionAsync(session)).State);
    }

    [Fact]
    public async Task A_feed_tells_when_and_nothing_else_to_whoever_has_its_newest_address()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var client = await host.SignedInAsync("specialist");
        var person = await host.PersonAsync("specialist");
        var seats = host.Services.GetRequiredService<ChangeSeats>();
        var first = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(2)));
        var full = await host.PlanAsync(Meetings.Plan(LmsHost.Start.AddDays(3), capacity: 1));
        await seats.AskAsync(first, person);
        await seats.AskAsync(full, await host.PersonAsync("specialist2"));
        await seats.AskAsync(full, person);
        var address = await MakeAsync(client);

        var stranger = host.Anonymous();
        using var answer = await stranger.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var read = IcsReader.Of(text);
        Assert.Equal([first.Value.ToString()], read.Uids);
        Assert.DoesNotContain("Вигадана", text, StringComparison.Ordinal);
        Assert.DoesNotContain("торгівл", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\nLOCATION", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", text, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        host.Clock.Forward(TimeSpan.FromHours(1));
        using var same = await stranger.SendAsync(again);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, same.StatusCode);

        await host
            .Services.GetRequiredService<CancelSession>()
            .RunAsync(first, "Хвороба", false, await host.TrainerAsync());
        using var cancelled = await stranger.GetAsync(address);
        Assert.NotEqual(answer.Headers.ETag, cancelled.Headers.ETag);
        Assert.Equal("CANCELLED", IcsReader.Of(await cancelled.Content.ReadAsStringAsync()).Status);

        var newer = await MakeAsync(client);
        using var old = await stranger.GetAsync(address);
        using var fresh = await stranger.GetAsync(newer);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, old.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, fresh.StatusCode);
        await using var db = host.Look();
        var kept = await db.CalendarFeeds.SingleAsync();
        Assert.DoesNotContain(kept.TokenHash, newer, StringComparison.Ordinal);

        using var off = await client.SubmitAsync("/sessions", "form[action*=SwitchOff]");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, off.StatusCode);
        using var gone = await stranger.GetAsync(newer);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(0, await db.CalendarFeeds.CountAsync());
        Assert.Null((await client.OpenAsync("/sessions")).QuerySelector("form[action*=SwitchOff]"));
    }

    private static async Task<string> MakeAsync(HttpClient client)
    {
        using var made = await client.SubmitAsync("/sessions", "form[action*=Feed]");
        var page = await made.ReadAsync();
        return new Uri(page.QuerySelector("#feed")!.GetAttribute("href")!).PathAndQuery;
    }

    private static async Task SendAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test sends the mail");
        await ActivatorUtilities
            .CreateInstance<SendMail>(work.Services)
            .Execute(null!, CancellationToken.None);
    }
}

internal static class CalendarParts
{
    /// <summary>As they are sent: the library's text has the line ends of the machine.</summary>
    public static string Bytes(this TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static bool IsCalendar(this TextPart part) =>
        part.ContentType.IsMimeType("text", "calendar");
}
