using System.Net;
using System.Text;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Backups;
using Lms.Web.Features.Sessions;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Recordings;

/// <summary>What was cut is nowhere: not in media, captions, events or downloads, nor in a backup made after.</summary>
public sealed class CutTests : IDisposable
{
    private const byte Kept = 1;
    private const byte Secret = 9;
    private const string Canary = "канарка у вирізаному";

    private readonly string room = Directory.CreateTempSubdirectory("lms-cut-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_made_after_the_cut_has_no_frame_and_no_word_of_it(bool isLogEnded)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, isLogEnded);
        await host.Services.GetRequiredService<MakeRecording>().RunAsync(held.Id);
        await held.SettleAsync();
        Assert.Contains(Secret, RecordedVoice.MarksOf(Voice(held)));
        var learner = await host.SignedInAsync("specialist");
        var captions = $"{held.Replay}/captions.vtt";
        Assert.Contains(Canary, await learner.GetStringAsync(captions), StringComparison.Ordinal);

        using var cut = await CutAsync(host, held);
        Assert.Equal(HttpStatusCode.Redirect, cut.StatusCode);

        Assert.Equal([Kept], RecordedVoice.MarksOf(Voice(held)));
        Assert.Equal([Kept], RecordedVoice.KeptIn(held.Media().Frames(held.Id)));
        var heard = await learner.GetStringAsync(captions);
        Assert.DoesNotContain(Canary, heard, StringComparison.Ordinal);
        Assert.Contains("лишається", heard, StringComparison.Ordinal);
        foreach (var address in (string[])[held.Replay, $"{held.Replay}?text"])
        {
            var text = (await learner.OpenAsync(address)).Body!.TextContent;
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.Contains("Вирізано: 0:30–1:00.", text, StringComparison.Ordinal);
        }

        var restored = await RestoredAsync(host);
        Assert.DoesNotContain(Canary, await BytesAsync(restored), StringComparison.Ordinal);
        var media = Path.Combine(restored, "media", "live");
        Assert.Equal(
            [Kept],
            RecordedVoice.KeptIn(Path.Combine(media, $"{held.Id.Value:N}.frames"))
        );
        Assert.Equal(
            [Kept],
            RecordedVoice.MarksOf(Path.Combine(media, $"{held.Id.Value:N}", "voice.webm"))
        );
    }

    [Fact]
    public async Task What_a_crash_left_of_a_cut_is_done_in_the_next_minute_and_nobody_is_told_of_a_failure()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, isLogEnded: true);
        var make = host.Services.GetRequiredService<MakeRecording>();
        await make.RunAsync(held.Id);
        held.Media().Remake = _ => throw new IOException("the power is gone");
        using (var cut = await CutAsync(host, held))
        {
            Assert.Equal(HttpStatusCode.Redirect, cut.StatusCode);
        }

        Assert.False(File.Exists(Voice(held)));
        Assert.Contains(Secret, RecordedVoice.KeptIn(held.Media().Frames(held.Id)));
        host.Clock.Forward(TimeSpan.FromMinutes(2));
        await make.MissingAsync();

        Assert.Equal([Kept], RecordedVoice.KeptIn(held.Media().Frames(held.Id)));
        Assert.Equal([Kept], RecordedVoice.MarksOf(Voice(held)));
        await using var db = host.Look();
        Assert.Equal(
            SessionState.Published,
            (await db.LiveSessions.SingleAsync(one => one.Id == held.Id)).State
        );
    }

    [Fact]
    public async Task A_question_that_was_answered_is_the_courses_and_stays()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        foreach (var text in (string[])["Відкрите?", "З відповіддю?"])
        {
            held.Says(0.6, null, new RoomEvent.Asked(text, AskedState.Shown));
        }

        await held.EndsAsync(2);
        await held.SettleAsync();
        await using var db = host.Look();
        var answered = await db.CourseQuestions.SingleAsync(one => one.Text == "З відповіддю?");
        (answered.Answer, answered.AnsweredAt) = ("Так.", host.Clock.GetUtcNow());
        await db.SaveChangesAsync();

        using (await CutAsync(host, held)) { }

        Assert.Equal(
            ["З відповіддю?"],
            await db.CourseQuestions.Select(one => one.Text).ToListAsync()
        );
    }

    public void Dispose() => Directory.Delete(room, recursive: true);

    private static string Voice(HeldSession held) =>
        Path.Combine(held.Media().Folder(held.Id), "voice.webm");

    private static async Task<HttpResponseMessage> CutAsync(LmsHost host, HeldSession held) =>
        await (await host.SignedInAsync("trainer")).SubmitAsync(
            $"/teach/sessions/{held.Id.Value}/recording",
            "form[action*='Cut']",
            ("from", "0:30"),
            ("until", "1:00"),
            ("reason", "особисте")
        );

    private async Task<string> RestoredAsync(LmsHost host)
    {
        var file = Path.Combine(room, "after.backup");
        await host.Services.GetRequiredService<MakeBackup>().RunAsync(file);
        var target = Path.Combine(room, "data");
        var key = RecoveryKey.Read(RecoveryKey.FileIn(host.Folder));
        await RestoreBackup.RunAsync(new() { Data = target }, file, key, host.Clock.GetUtcNow());
        return target;
    }

    // What a deleted row leaves in the file would be found as well.
    private static async Task<string> BytesAsync(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            all.Append(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)));
        }

        return all.ToString();
    }

    private static string Open(LmsHost host) =>
        PollText.Keep(
            new ShortText
            {
                Id = "words",
                PromptHtml = "<p>Одним словом?</p>",
                Accepted = [],
            },
            host.Services.GetRequiredService<IChance>()
        );

    private static async Task<HeldSession> HeldAsync(LmsHost host, bool isLogEnded)
    {
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        var person = await host.PersonAsync("specialist");
        held.Enters(person, 0).Seated(person).There(person, 0, 2);
        held.Says(0, held.Trainer, new RoomEvent.RecordingSet(true));
        held.Says(0.25, held.Trainer, new RoomEvent.CaptionTyped("лишається"));
        var poll = held.Says(0.4, held.Trainer, new RoomEvent.PollOpened(null, Open(host), 0));
        held.Says(0.6, held.Trainer, new RoomEvent.CaptionTyped(Canary));
        held.Says(0.7, person, new RoomEvent.ChatPosted(Canary, ToTrainers: false));
        held.Says(0.8, null, new RoomEvent.Asked(Canary, AskedState.Shown));
        held.Says(0.9, person, new RoomEvent.Voted(poll, [Canary]));
        await held.SpeaksAsync(0, 30, Kept);
        await held.SpeaksAsync(30, 60, Secret);
        await held.SpeaksAsync(60, 120, Kept, isLogEnded);
        return await held.EndsAsync(2);
    }
}
