using System.Text.Json;
using Lms.Browser.Tests.Support;
using Lms.Domain.Live;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Live;

/// <summary>
/// A whole session on the real pages: a trainer whose microphone plays known tones, viewers with good,
/// cut and thin lines, and the replay after it.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class RoomProofTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Thin = 10_000;

    private ServerProcess server = null!;
    private ToneBrowser tones = null!;

    public async ValueTask InitializeAsync()
    {
        var starting = ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = Repository.File("content") }
        );
        tones = await ToneBrowser.StartAsync();
        server = await starting;
    }

    public async ValueTask DisposeAsync()
    {
        await tones.DisposeAsync();
        await server.DisposeAsync();
        Directory.Delete(server.Settings.Data, recursive: true);
    }

    [Fact]
    public async Task A_session_is_heard_seen_alike_and_played_back_through_lost_and_thin_lines()
    {
        await using var trainersLine = NewLine();
        await using var cutLine = NewLine();
        await using var thinLine = NewLine();
        var room = PlannedRoom.Plan(
            server,
            ("k1-basics", "webinar"),
            new Dictionary<string, RoomRole> { ["trainer"] = RoomRole.Trainer },
            "specialist",
            "specialist2",
            "author",
            "manager"
        );
        var people = await Task.WhenAll(
            SignInAsync("trainer", "trainer", trainersLine),
            SignInAsync("specialist", "steady"),
            SignInAsync("specialist2", "late"),
            SignInAsync("author", "cut", cutLine),
            SignInAsync("manager", "thin", thinLine)
        );
        var (trainer, steady, late, cut, thin) = (
            people[0],
            people[1],
            people[2],
            people[3],
            people[4]
        );
        await trainer.OpenAsync(room);
        await trainer.EnterAsync();
        await Task.WhenAll(people[1..].Select(one => one.OpenAsync(room)));
        await Task.WhenAll(
            steady.EnterAsync(),
            cut.EnterAsync(),
            thin.EnterAsync(),
            BeginAsync(trainer)
        );
        await Expect(steady.Page.Locator("#recording")).ToBeVisibleAsync();
        thinLine.BytesInASecond = Thin;
        List<Note> shown = [await ShowAsync(trainer)];
        await Task.Delay(2000);
        await late.EnterAsync();
        shown.Add(await ShowAsync(trainer));
        await steady.SayAsync("Чути добре");

        await cutLine.CutAsync();
        await Task.Delay(2000);
        shown.Add(await ShowAsync(trainer));
        await late.SayAsync("І мені");
        await cut.SayAsync("Зв’язок зник, а питання є");
        await Task.Delay(2000);
        cutLine.Mend();
        var mendedAt = Now;
        await Task.Delay(5000);

        var trainerCutAt = Now;
        await trainersLine.CutAsync();
        await Task.Delay(3000);
        trainersLine.Mend();
        var trainerMendedAt = Now;
        await Task.Delay(3000);
        shown.Add(await ShowAsync(trainer));
        await Task.Delay(7000);
        shown.Add(await ShowAsync(trainer));
        await Task.Delay(2000);

        // Outside the trainer's own loss: after it a tone is heard from its middle.
        bool IsCalm(double at) => at < trainerCutAt || at > trainerMendedAt + 5000;
        var said = await trainer.SaidAsync();
        Assert.Empty(await trainer.HeardAsync());
        var delays = new Dictionary<RoomGuest, List<(double At, double LateMs)>>();
        foreach (var one in people[1..])
        {
            delays[one] = Hearing.Delays(said, await one.HeardAsync());
            var calm = delays[one].Where(heard => IsCalm(heard.At)).ToList();
            output.WriteLine($"{one.Name}: {Hearing.Told(calm)}");
        }

        output.WriteLine($"thin line: {thinLine.Passed} bytes");
        foreach (var one in new[] { steady, late })
        {
            var calm = delays[one].Where(heard => IsCalm(heard.At)).ToList();
            Assert.True(calm.Count >= 8, $"{one.Name} heard too little");
            Assert.InRange(Hearing.Median(calm), 0, 800);
        }

        AssertInOrder((await steady.HeardAsync()).Where(note => note.At < trainerCutAt));
        Assert.Contains(delays[cut], one => one.At > mendedAt && one.At < mendedAt + 5500);
        Assert.All(
            delays.Values,
            heard =>
                Assert.Contains(
                    heard,
                    one => one.At > trainerMendedAt && one.At < trainerMendedAt + 6500
                )
        );
        var thinEnd = delays[thin].Where(one => one.At > trainerMendedAt + 6500).ToList();
        Assert.NotEmpty(thinEnd);
        Assert.All(thinEnd, one => Assert.InRange(one.LateMs, 0, 3500));

        await EndAsync(trainer);
        await AssertAlikeAsync(people);
        foreach (var one in new[] { trainer, cut })
        {
            // A lost line is told by the browser itself.
            one.Watch.Expect("WebSocket");
            one.Watch.Expect("ERR_");
        }

        Assert.All(people, one => one.Watch.AssertQuiet());

        await PlayAsync(
            steady,
            room,
            shown,
            [.. said.Where(note => note.At > trainerCutAt && note.At < trainerMendedAt)]
        );
    }

    private static double Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private Line NewLine() => new(server.Settings.Port, isProxy: true);

    private Task<RoomGuest> SignInAsync(string account, string name, Line? line = null) =>
        RoomGuest.SignInAsync(tones.Browser, server, account, name, line);

    private static async Task BeginAsync(RoomGuest trainer)
    {
        await trainer.Page.Locator("#lead-states .button").ClickAsync();
        await trainer.Page.ClickAsync("#record");
        await trainer.Page.ClickAsync("#voice");
        await Expect(trainer.Page.Locator("#level")).ToBeVisibleAsync();
        await trainer.Page.ClickAsync("#camera");
    }

    private static async Task EndAsync(RoomGuest trainer)
    {
        await trainer.Page.ClickAsync("#tab-lead");
        await trainer.Page.Locator("#lead-states button").Last.ClickAsync();
        await trainer.Page.Locator("#confirm [value=yes]").ClickAsync();
    }

    // A third of a second after a tone began, so that what stands beside the slide is in no doubt.
    private static async Task<Note> ShowAsync(RoomGuest trainer)
    {
        var shown = await trainer.Page.EvaluateAsync<JsonElement>(
            """
            () => new Promise((resolve) => {
              const known = ear.said.notes.length;
              const timer = setInterval(() => {
                if (ear.said.notes.length === known) return;
                clearInterval(timer);
                setTimeout(() => {
                  const { tone } = ear.said.notes.at(-1);
                  document.getElementById("slide-on").click();
                  resolve({ tone, at: Date.now() });
                }, 300);
              }, 5);
            })
            """
        );
        return new(shown.GetProperty("tone").GetInt32(), shown.GetProperty("at").GetDouble());
    }

    private static void AssertInOrder(IEnumerable<Note> heard)
    {
        var numbers = heard.Select(note => note.Tone).ToList();
        Assert.All(
            numbers.Zip(numbers.Skip(1)),
            pair => Assert.InRange((pair.Second - pair.First + 8) % 8, 0, 1)
        );
    }

    private async Task AssertAlikeAsync(RoomGuest[] people)
    {
        foreach (var one in people)
        {
            await Expect(one.Page.Locator("#standing")).ToBeVisibleAsync();
        }

        var looks = await Task.WhenAll(people.Select(one => one.LookAsync()));
        var first = looks[0];
        output.WriteLine($"events: {first.Last}");
        foreach (var (look, one) in looks.Zip(people))
        {
            Assert.True(first.Last == look.Last, $"{one.Name} knows {look.Last} of {first.Last}");
            Assert.Equal(first.Fold, look.Fold);
            var numbers = look.Lines.Select(line => line.Number).ToList();
            Assert.Equal(numbers.Distinct().Order(), numbers);
            Assert.Equal(first.Lines.Where(line => line.Number >= numbers[0]), look.Lines);
        }

        Assert.Contains("Зв’язок зник", first.Fold, StringComparison.Ordinal);
    }

    // Each slide comes with the tone that was said with it, and what the trainer said without a link is
    // where it was said.
    private async Task PlayAsync(RoomGuest viewer, Guid room, List<Note> shown, List<Note> lost)
    {
        var page = viewer.Page;
        for (var tries = 0; tries < 20; tries++)
        {
            await page.GotoAsync($"/sessions/{room}/replay");
            if (await page.Locator("#voice").CountAsync() > 0)
            {
                break;
            }

            await Task.Delay(500);
        }

        await page.EvaluateAsync("() => ear.attach()");
        var links = page.Locator("#replay-chapters a");
        var before = await links.CountAsync() - shown.Count;
        var offsets = new List<double>();
        for (var at = 0; at < shown.Count; at++)
        {
            var link = links.Nth(before + at);
            var from = double.Parse(
                (await link.GetAttributeAsync("data-at"))!,
                System.Globalization.CultureInfo.InvariantCulture
            );
            offsets.Add(from - shown[at].At);
            var played = (await link.EvaluateAsync(Watched))!.Value;
            output.WriteLine($"slide at {from / 1000:0.0} s: {shown[at]}, {played}");
            Assert.Equal(shown[at].Tone, played.GetProperty("tone").GetInt32());
            Assert.Equal(
                await link.GetAttributeAsync("href"),
                $"#{played.GetProperty("section").GetString()}"
            );
            // The tone went on for 700 ms; the slide stood some of them later in the log.
            Assert.InRange(played.GetProperty("nextAfter").GetInt32(), 250, 950);
        }

        offsets.Sort();
        var wrong = new List<string>();
        foreach (var note in lost.SkipLast(1))
        {
            var at = note.At + offsets[offsets.Count / 2] + 450;
            var tone = await page.EvaluateAsync<int>(ToneAt, at / 1000);
            if (tone != note.Tone)
            {
                wrong.Add($"at {at / 1000:0.0} s: {tone} instead of {note.Tone}");
            }
        }

        output.WriteLine($"said without a link: {lost.Count}, wrong: {string.Join("; ", wrong)}");
        Assert.Empty(wrong);
        Assert.InRange(
            await page.EvaluateAsync<double>(
                "() => new Promise((resolve) => { const film = document.getElementById('camera'); film.onloadedmetadata = () => resolve(film.duration); film.preload = 'metadata'; film.load(); })"
            ),
            20,
            120
        );
    }

    private const string Watched = """
        (link) => new Promise((resolve, reject) => {
          const voice = document.getElementById("voice");
          link.click();
          if (voice.paused) document.getElementById("replay-play").click();
          const from = Number(link.dataset.at);
          const counts = {};
          let next = -1;
          const timer = setInterval(() => {
            const after = voice.currentTime * 1000 - from;
            if (voice.seeking || after < 100) return;
            if (after < 400) counts[ear.played.tone] = (counts[ear.played.tone] ?? 0) + 1;
            const tone = Number(Object.keys(counts).sort((one, other) => counts[other] - counts[one])[0] ?? -1);
            if (next < 0 && after >= 250 && ear.played.tone === (tone + 1) % 8) next = Math.round(after);
            if (after < 1200) return;
            clearInterval(timer);
            const section = [...document.querySelectorAll("#replay-script section")].find((one) => !one.hidden)?.id ?? "";
            resolve({ tone, section, nextAfter: next });
          }, 10);
        })
        """;

    private const string ToneAt = """
        async (second) => {
          const voice = document.getElementById("voice");
          voice.pause();
          voice.currentTime = second;
          await new Promise((resolve) => voice.addEventListener("seeked", resolve, { once: true }));
          await voice.play();
          await new Promise((resolve) => setTimeout(resolve, 250));
          voice.pause();
          return ear.played.tone;
        }
        """;
}
