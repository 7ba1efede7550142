using System.Net;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Recordings;

public sealed class RecordingTests
{
    [Fact]
    public async Task A_cut_takes_words_and_media_of_its_time_away_and_leaves_a_mark()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, address) = await HeldAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        foreach (
            var (from, until, reason) in ((string, string, string)[])
                [
                    ("10:00", "9:00", "особисте"),
                    ("ten", "11:00", "особисте"),
                    ("70:00", "71:00", "особисте"),
                    ("10:00", "11:00", " "),
                ]
        )
        {
            using var wrong = await CutAsync(from, until, reason);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var cut = await CutAsync("19:30", "0:21:00", "особисте");
        Assert.Equal(HttpStatusCode.Redirect, cut.StatusCode);

        await using var db = host.Look();
        var events = await db.LiveEvents.Where(one => one.SessionId == held.Id).ToListAsync();
        Assert.Equal(
            ["лишається"],
            events.Select(one => one.What).OfType<RoomEvent.ChatPosted>().Select(one => one.Text)
        );
        Assert.Equal(events.Count, events.Max(one => one.Number));
        Assert.Empty(Directory.GetFiles(Media(host).Folder(held.Id)));
        Assert.Equal(
            $"{held.Id.Value} 1170000-1260000",
            (await db.Audit.SingleAsync(one => one.Action == AuditAction.RecordingCut)).Detail
        );
        var replay = await (await host.SignedInAsync("specialist")).OpenAsync(held.Replay);
        Assert.Contains(
            "Вирізано: 19:30–21:00.",
            replay.Body!.TextContent,
            StringComparison.Ordinal
        );

        Task<HttpResponseMessage> CutAsync(string from, string until, string reason) =>
            trainer.SubmitAsync(
                address,
                "form[action*='Cut']",
                ("from", from),
                ("until", until),
                ("reason", reason)
            );
    }

    [Fact]
    public async Task Whoever_keeps_the_frames_is_told_after_the_files_are_gone_and_the_cut_is_written()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, address) = await HeldAsync(host);
        var told = new List<(bool HasFiles, int Cuts)>();
        Media(host).Remake = async session =>
        {
            await using var db = host.Look();
            told.Add(
                (Directory.Exists(Media(host).Folder(session)), await db.RecordingCuts.CountAsync())
            );
        };
        var trainer = await host.SignedInAsync("trainer");
        foreach (var (from, until) in ((string, string)[])[("1:00", "2:00"), ("2:00", "3:00")])
        {
            using var cut = await trainer.SubmitAsync(
                address,
                "form[action*='Cut']",
                ("from", from),
                ("until", until),
                ("reason", "особисте")
            );
        }

        Assert.Equal([(false, 1), (false, 2)], told);
        Assert.True(File.Exists(Media(host).Frames(held.Id)));
    }

    [Fact]
    public async Task One_message_is_purged_from_the_log_and_from_the_questions_of_the_course()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, _) = await HeldAsync(host);
        await held.SettleAsync();
        var trainer = await host.SignedInAsync("trainer");
        var page = await trainer.OpenAsync(held.Replay);
        var form = page.QuerySelectorAll("form[action*='Message']")
            .Single(one =>
                one.ParentElement!.TextContent.Contains("Про сусідку", StringComparison.Ordinal)
            );
        using var gone = await trainer.PostAsync(
            form.GetAttribute("action"),
            new FormUrlEncodedContent(
                form.QuerySelectorAll("input")
                    .Select(one =>
                        KeyValuePair.Create(one.GetAttribute("name")!, one.GetAttribute("value")!)
                    )
            )
        );
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);

        await using var db = host.Look();
        Assert.Equal(0, await db.CourseQuestions.CountAsync());
        Assert.DoesNotContain(
            await db.LiveEvents.Select(one => one.What).ToListAsync(),
            what => what is RoomEvent.Asked
        );
        Assert.DoesNotContain(
            "Про сусідку",
            (await trainer.OpenAsync(held.Replay)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_erased_recording_leaves_minutes_and_decisions()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, address) = await HeldAsync(host);
        await held.SettleAsync();
        var trainer = await host.SignedInAsync("trainer");
        using var erased = await trainer.SubmitAsync(
            address,
            "form[action*='Erase']",
            ("sure", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        var text = (await trainer.OpenAsync(held.Replay))
            .QuerySelector("#replay-script")!
            .TextContent;
        Assert.DoesNotContain("лишається", text, StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.Equal(0, await db.CourseQuestions.CountAsync());
        Assert.Contains("Звірити номери", text, StringComparison.Ordinal);
        Assert.False(File.Exists(Media(host).Frames(held.Id)));
        Assert.Equal(60, (await held.LineAsync(await host.PersonAsync("specialist"))).Minutes);
        using var foreign = await (await host.SignedInAsync("specialist")).GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task Files_that_the_disk_keeps_are_told_of_and_go_when_it_is_asked_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var (held, address) = await HeldAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        var giveBack = KeepOnDisk(Media(host).Folder(held.Id), Path.Combine(host.Folder, "beside"));
        try
        {
            using var kept = await EraseAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
            Assert.Contains(
                "Слова стерто, а файли запису з диска ще не зникли.",
                (await kept.ReadAsync()).QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal
            );
            await using var db = host.Look();
            var said = await db
                .LiveEvents.Where(one => one.SessionId == held.Id)
                .Select(one => one.What)
                .ToListAsync();
            Assert.Empty(said.OfType<RoomEvent.ChatPosted>());
        }
        finally
        {
            giveBack();
        }

        using var erased = await EraseAsync();
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.False(Directory.Exists(Media(host).Folder(held.Id)));
        Assert.False(File.Exists(Media(host).Frames(held.Id)));

        Task<HttpResponseMessage> EraseAsync() =>
            trainer.SubmitAsync(address, "form[action*='Erase']", ("sure", "true"));
    }

    // Longer a path than one may name: whoever runs the test, nobody can delete it from above.
    private static Action KeepOnDisk(string folder, string beside)
    {
        string[] names = [.. Enumerable.Repeat(new string('d', 200), 12)];
        Directory.CreateDirectory(Path.Combine([beside, .. names]));
        var deep = Path.Combine([folder, .. names]);
        Directory.CreateDirectory(deep);
        var moved = Path.Combine(deep, "moved");
        Directory.Move(beside, moved);
        return () => Directory.Move(moved, beside);
    }

    private static CutMedia Media(LmsHost host) => host.Services.GetRequiredService<CutMedia>();

    private static async Task<(HeldSession, string)> HeldAsync(LmsHost host)
    {
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        held.Enters(person, 0).Seated(person).There(person, 0, 60);
        held.Says(1, held.Trainer, new RoomEvent.RecordingSet(true));
        held.Says(5, person, new RoomEvent.ChatPosted("лишається", ToTrainers: false));
        held.Says(6, null, new RoomEvent.Asked("Про сусідку", AskedState.Shown));
        held.Says(20, person, new RoomEvent.ChatPosted("зникає", ToTrainers: false));
        held.Says(20.5, held.Trainer, new RoomEvent.CaptionTyped("і це"));
        held.Says(30, held.Trainer, new RoomEvent.DecisionNoted("Звірити номери", "ЦНАП", null));
        var media = Media(host);
        Directory.CreateDirectory(media.Folder(held.Id));
        await File.WriteAllTextAsync(Path.Combine(media.Folder(held.Id), "voice.webm"), "v");
        await File.WriteAllTextAsync(media.Frames(held.Id), "f");
        await held.EndsAsync();
        return (held, $"/teach/sessions/{held.Id.Value}/recording");
    }
}
