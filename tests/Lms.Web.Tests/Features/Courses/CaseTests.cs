using System.Net;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A case is played by plain forms, kept step by step, and shows nothing before its time.</summary>
public sealed class CaseTests
{
    [Fact]
    public async Task A_case_is_played_to_its_end_left_and_gone_on_with()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        var intro = await player.WordsAsync();
        Assert.Contains(
            "Вигадана ситуація. Будь-який збіг випадковий.",
            intro,
            StringComparison.Ordinal
        );
        Assert.Contains("Розмова про тиск.", intro, StringComparison.Ordinal);
        Assert.Contains("безпека, довіра", intro, StringComparison.Ordinal);

        await player.BeginAsync();
        Assert.Contains("Двоє заходять.", await player.WordsAsync(), StringComparison.Ordinal);
        await player.ChooseAsync(0);
        var second = await player.WordsAsync();
        Assert.Contains("Тепер вас ніхто не чує.", second, StringComparison.Ordinal);
        Assert.Contains("+2 за цей крок", second, StringComparison.Ordinal);
        Assert.Contains("на 1 вище, ніж на початку", second, StringComparison.Ordinal);
        Assert.Contains("Зупинитися й вийти", second, StringComparison.Ordinal);

        // Another day, the same place.
        host.Clock.Forward(TimeSpan.FromHours(5));
        Assert.Contains("Тиша.", await player.WordsAsync(), StringComparison.Ordinal);
        await player.ChooseAsync(0);
        var end = await player.WordsAsync();
        Assert.Contains("Добре завершення", end, StringComparison.Ordinal);
        Assert.Contains("Людина знає, куди йти.", end, StringComparison.Ordinal);
        Assert.Contains("Ваш шлях", end, StringComparison.Ordinal);
        Assert.Contains("спитати наодинці", end, StringComparison.Ordinal);

        await player.BeginAsync();
        await player.ChooseAsync(1);
        var again = await player.WordsAsync();
        Assert.Contains("Могло вийти краще", again, StringComparison.Ordinal);
        Assert.Contains(
            "Проходження 1, 23 листопада 2026: добре завершення",
            again,
            StringComparison.Ordinal
        );
        await using var db = host.Look();
        Assert.Equal(2, await db.CaseRuns.CountAsync());
        Assert.Equal(1, await db.CaseFinishes.CountAsync());
    }

    [Fact]
    public async Task A_breach_stops_the_run_finishes_nothing_and_may_be_tried_again()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        var page = await player.OpenAsync();
        await player.ChooseAsync(2);

        var words = await player.WordsAsync();
        Assert.Contains("Так людині небезпечніше.", words, StringComparison.Ordinal);
        Assert.Contains("Ви можете спробувати ще раз.", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await player.PressAsync(page, 0));
        await using var db = host.Look();
        Assert.Equal(1, await db.CaseSteps.CountAsync());
        Assert.Equal(0, await db.CaseFinishes.CountAsync());

        await player.BeginAsync();
        Assert.Contains("Двоє заходять.", await player.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "зупинено небезпечним кроком",
            await player.WordsAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Twenty_presses_at_once_make_one_step(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        var page = await player.OpenAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => player.PressAsync(page, 1))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer));
        await using var db = host.Look();
        Assert.Equal(1, await db.CaseSteps.CountAsync());
        Assert.Equal(1, await db.CaseFinishes.CountAsync());
        Assert.DoesNotContain("вже стара", await player.WordsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_wishes_to_begin_at_once_begin_one_run()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));

        await player.BeginAtOnceAsync(20);

        await using var db = host.Look();
        Assert.Equal(1, await db.CaseRuns.CountAsync());
    }

    [Fact]
    public async Task An_old_tab_changes_nothing_and_is_told_so_once()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        var old = await player.OpenAsync();
        await player.ChooseAsync(0);

        Assert.Equal(HttpStatusCode.Redirect, await player.PressAsync(old, 1));

        var words = await player.WordsAsync();
        Assert.Contains("Та сторінка була вже стара", words, StringComparison.Ordinal);
        Assert.Contains("Тиша.", words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "була вже стара",
            await player.WordsAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, await player.PressAsync(await player.OpenAsync(), 7));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await player.PressAsync(await player.OpenAsync(), -1)
        );
    }

    [Fact]
    public async Task A_run_is_its_persons_alone()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        await using var db = host.Look();
        var run = (await db.CaseRuns.SingleAsync()).Id.Value;
        foreach (var name in new[] { "specialist2", "manager", "regional", "trainer", "admin" })
        {
            var other = new Player(await host.SignedInAsync(name));
            Assert.Equal(HttpStatusCode.NotFound, await other.ForgeAsync(run, 0));
            Assert.NotNull((await other.OpenAsync()).QuerySelector("form[action*='Begin']"));
        }

        using var nobody = await host.Anonymous().GetAsync(StoryContent.Address);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
        Assert.StartsWith(
            "/account/login",
            nobody.Headers.Location!.PathAndQuery,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await db.CaseSteps.CountAsync());
    }

    [Fact]
    public async Task What_follows_a_choice_and_what_it_moves_is_not_told_before()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await StoryContent.MakeAsync()
        );
        var player = new Player(await host.SignedInAsync("specialist"));
        var pages = new List<string> { await player.Client.GetStringAsync(StoryContent.Address) };
        await player.BeginAsync();
        pages.Add(await player.Client.GetStringAsync(StoryContent.Address));
        foreach (var choice in new[] { 0, 1, 0, 0 })
        {
            await player.ChooseAsync(choice);
            pages.Add(await player.Client.GetStringAsync(StoryContent.Address));
        }

        Assert.All(
            pages,
            page => Assert.DoesNotContain(StoryContent.Unchosen, page, StringComparison.Ordinal)
        );
        Assert.All(
            pages,
            page => Assert.DoesNotContain("breach", page, StringComparison.OrdinalIgnoreCase)
        );
        await player.BeginAsync();
        await player.ChooseAsync(1);
        Assert.Contains(StoryContent.Unchosen, await player.WordsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_last_case_completes_the_course_with_its_certificate(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await StoryContent.MakeAsync(counts: true)
        );
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await using var db = host.Look();
        Assert.Equal(0, await db.Completions.CountAsync());
        var outline = await learner.Client.OpenAsync("/courses/k1-basics");
        Assert.Contains("залишилось: 1 кейс", outline.Body!.TextContent, StringComparison.Ordinal);

        var player = new Player(learner.Client);
        await player.BeginAsync();
        await player.ChooseAsync(1);

        Assert.Equal(1, await db.Completions.CountAsync());
        Assert.Equal(1, await db.Certificates.CountAsync());
        Assert.Contains(
            "сертифікат",
            await player.WordsAsync(),
            StringComparison.OrdinalIgnoreCase
        );
    }
}
