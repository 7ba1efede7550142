using Lms.Domain.Live;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Attendances;

public sealed class AttendanceReadsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Minutes_are_those_of_the_beats_while_it_was_live(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.PlannedAsync(host)).Lives(5);
        held.Says(25, held.Trainer, new RoomEvent.StateSet(SessionState.Paused));
        held.Lives(35);
        // Before the beginning, through the pause, two devices at once, and gone at 50.
        held.Enters(person, 0).Seated(person).There(person, 0, 40).There(person, 30, 50, 120_000);
        await held.EndsAsync();

        var line = await held.LineAsync(person);

        Assert.Equal((35, 45, 77), (line.Minutes, line.LiveMinutes, line.Percent));
        Assert.Equal([new Span(HeldSession.Minute(50), HeldSession.Minute(60))], line.Gaps);
        Assert.Equal(2, line.BackgroundMinutes);
        Assert.Equal(AttendanceVerdict.NotAttended, line.Attendance.Verdict);
        Assert.Equal(
            "Були 77 % часу, а потрібно 80 %.",
            AttendanceWords.Why(Texts.Uk, (await host.LogAsync(held)), line)
        );
    }

    [Fact]
    public async Task A_check_is_asked_of_those_who_were_connected_and_any_act_answers_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (person, late) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        held.Seated(person).There(person, 0, 60).Seated(late).There(late, 20, 60);
        var first = held.Says(10, held.Trainer, new RoomEvent.CheckAsked());
        held.Says(10.5, person, new RoomEvent.CheckAnswered(first));
        held.Says(30, held.Trainer, new RoomEvent.CheckAsked());
        held.Says(31, person, new RoomEvent.ChatPosted("так", ToTrainers: false));
        held.Says(40, held.Trainer, new RoomEvent.CheckAsked());
        held.Says(42, person, new RoomEvent.ChatPosted("запізно", ToTrainers: false));
        await held.EndsAsync();

        var (one, other) = (await held.LineAsync(person), await held.LineAsync(late));

        Assert.Equal((3, 2), (one.ChecksAsked, one.ChecksAnswered));
        Assert.Equal(AttendanceVerdict.Attended, one.Attendance.Verdict);
        Assert.Equal((2, 0), (other.ChecksAsked, other.ChecksAnswered));
        Assert.Equal(AttendanceVerdict.NotAttended, other.Attendance.Verdict);
    }

    [Fact]
    public async Task What_a_device_kept_counts_while_the_server_was_down_and_nowhere_else()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var person = await host.PersonAsync("specialist");
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        held.Seated(person).There(person, 0, 20).There(person, 40, 60);
        held.Add(Run(held, 1, 0, 20)).Add(Run(held, 2, 30, 60));
        held.Add(
            new LivePresence
            {
                Id = new(Guid.CreateVersion7()),
                SessionId = held.Id,
                PersonId = person,
                From = HeldSession.Minute(20),
                LastBeat = HeldSession.Minute(40),
                IsKept = true,
            }
        );
        await held.EndsAsync();

        Assert.Equal(50, (await held.LineAsync(person)).Minutes);
    }

    [Fact]
    public async Task A_check_in_counts_from_its_moment_on_and_a_late_tick_counts_all()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (person, listed) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var held = (await HeldSession.PlannedAsync(host, form: SessionForm.Room)).Lives(0);
        var opened = held.Session.OpenedAt!.Value;
        held.Seated(person).Seated(listed);
        held.Add(Seen(held, person, CheckInMeans.QrCode, opened.AddMinutes(6)));
        held.Add(Seen(held, listed, CheckInMeans.List, opened.AddMinutes(70)));
        await held.EndsAsync();

        Assert.Equal(54, (await held.LineAsync(person)).Minutes);
        Assert.Equal(60, (await held.LineAsync(listed)).Minutes);
    }

    private static LiveRun Run(HeldSession held, int number, double from, double until) =>
        new()
        {
            SessionId = held.Id,
            Number = number,
            From = HeldSession.Minute(from),
            Until = HeldSession.Minute(until),
        };

    private static CheckIn Seen(
        HeldSession held,
        Lms.Domain.People.PersonId person,
        CheckInMeans means,
        DateTimeOffset at
    ) =>
        new()
        {
            SessionId = held.Id,
            PersonId = person,
            Means = means,
            At = at,
        };
}

internal static class SessionLooks
{
    public static async Task<SessionLog> LogAsync(this LmsHost host, HeldSession held)
    {
        await using var db = host.Look();
        return (await db.LogOfAsync(held.Id, host.Clock.Now()))!;
    }
}
