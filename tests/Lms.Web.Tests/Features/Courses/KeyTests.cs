using System.Text.RegularExpressions;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Nothing that tells right from wrong leaves the server before the rule opens it.</summary>
public sealed class KeyTests
{
    private const string Canary = "zzcanaryzz";

    [Fact]
    public async Task No_answer_before_the_end_of_an_attempt_carries_a_key_feedback_or_explanation()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await WithCanariesAsync()
        );
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.StartQuizAsync();
        var quiz = await learner.QuizAddressAsync();
        var course = await learner.CourseAsync();
        string[] addresses =
        [
            quiz,
            $"/courses/{course.Slug}",
            .. course.Activities.Select(activity => $"/courses/{course.Slug}/{activity.Slug}"),
            "/courses",
            "/learn",
            "/",
            "/Features/Courses/Quiz.cshtml.js",
            "/js/outbox.js",
        ];
        foreach (var address in addresses)
        {
            var body = await learner.Client.GetStringAsync(address);
            Assert.DoesNotContain(Canary, body, StringComparison.Ordinal);
        }

        // The canary is there to be found: the result, which this quiz opens, shows it.
        var result = await learner.SubmitQuizAsync(rightly: false);
        Assert.Contains(Canary, result.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_and_the_ids_of_options_say_nothing_of_the_key()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var quiz = (await new Learner(host, host.Anonymous()).CourseAsync())
            .Activities.First(a => a.Quiz is not null)
            .Quiz!;
        var chance = new Lms.Web.Features.Shared.Chance();
        var first = 0;
        var lowest = 0;
        var singles = quiz
            .Questions.Where(q => q.Kind == Lms.Domain.Quizzes.QuestionKind.Single && !q.KeepsOrder)
            .ToList();
        Assert.NotEmpty(singles);
        const int papers = 2000;
        var question = singles[0];
        for (var at = 0; at < papers; at++)
        {
            var options = Lms
                .Domain.Quizzes.Paper.Of(quiz, new Dictionary<string, int>(), chance)
                .Find(question.Id)!
                .Options;
            var key = options.Single(option => question.Options[option.Index].IsRight);
            first += key == options[0] ? 1 : 0;
            lowest += key.Id == options.Min(option => option.Id) ? 1 : 0;
        }

        // Six standard deviations of a fair draw: one false alarm in half a billion runs.
        var fair = papers / (double)question.Options.Count;
        var tolerance = 6 * Math.Sqrt(fair * (1 - (1.0 / question.Options.Count)));
        Assert.InRange(first, fair - tolerance, fair + tolerance);
        Assert.InRange(lowest, fair - tolerance, fair + tolerance);
    }

    private static async Task<string> WithCanariesAsync()
    {
        var folder = ContentCopy.Make();
        foreach (
            var quiz in Directory.EnumerateFiles(folder, "*.quiz.md", SearchOption.AllDirectories)
        )
        {
            var text = await File.ReadAllTextAsync(quiz);
            text = Regex.Replace(
                text,
                "^(?<quote> *> )",
                $"${{quote}}{Canary} ",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(5)
            );
            await File.WriteAllTextAsync(quiz, text);
        }

        return folder;
    }
}
