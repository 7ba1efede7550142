using System.Net;
using System.Text;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>
/// A canary stands in every key, of every kind: no answer that a learner gets carries it before
/// <c>show</c> opens it, and what is saved says nothing of what is right.
/// </summary>
public sealed class CanaryTests
{
    private const string Canary = "zzcanaryzz";

    // What the numeric key and the words of JSON would be called.
    private static readonly string[] Marks =
    [
        Canary,
        "28417",
        "28419",
        "isright",
        "\"weight\"",
        "accepted",
        "explanationhtml",
    ];

    public static TheoryData<bool, string> Papers =>
        new()
        {
            { false, "uk" },
            { true, "uk" },
            { false, "en" },
        };

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task No_key_of_any_kind_is_in_anything_a_learner_gets(
        bool isDrawn,
        string language
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rules = new QuizRules { Pass = new(100), Show = KeyRelease.AfterPass };
        var quiz = isDrawn ? EveryKind.Drawn(rules, Canary) : EveryKind.Quiz(rules, Canary);
        var sitting = await Sitting.AtAsync(host, Weighed(quiz), language);
        var attempt = await sitting.StartAsync();
        await LooksAsync(sitting, attempt);
        foreach (var placed in attempt.Paper.Questions)
        {
            var question = sitting.Quiz.Quiz!.Question(placed.QuestionId);
            if (question is not FileUpload)
            {
                using var saved = await sitting.PutAsync(
                    attempt,
                    question.Id,
                    question.Wrong(placed)
                );
                await HasNoKeyAsync(saved);
            }

            using var nonsense = await sitting.PutAsync(attempt, question.Id, ["нісенітниця", ":"]);
            await HasNoKeyAsync(nonsense);
        }

        // A form with faults, the question whether to end, then the result: failed, so nothing opens.
        using var faults = await sitting.PressAsync(
            "button[data-save]",
            ("q-q-ordering." + attempt.Paper.Find("q-ordering")!.Options[0].Id, "нісенітниця")
        );
        await HasNoKeyAsync(faults);
        await LooksAsync(sitting, attempt);
        using var ended = await sitting.SubmitAsync();
        await HasNoKeyAsync(ended);
        await LooksAsync(sitting, attempt);
        Assert.False((await sitting.AttemptAsync()).Result!.IsPassed);
    }

    [Fact]
    public async Task The_canary_is_found_where_the_rule_opens_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rules = new QuizRules { Pass = new(100), Show = KeyRelease.AfterAttempt };
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz(rules, Canary));
        await sitting.StartAsync();
        using var ended = await sitting.SubmitAsync();

        var result = await sitting.Client.GetStringAsync(TestCourse.Quiz);

        Assert.Contains(Canary, result, StringComparison.Ordinal);
        Assert.Contains("28417", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_answer_is_answered_alike_whether_it_is_right_or_wrong()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Quiz(mark: Canary));
        var attempt = await sitting.StartAsync();
        foreach (var placed in attempt.Paper.Questions)
        {
            var question = sitting.Quiz.Quiz!.Question(placed.QuestionId);
            if (question is FileUpload)
            {
                continue;
            }

            using var right = await sitting.PutAsync(attempt, question.Id, question.Right(placed));
            using var wrong = await sitting.PutAsync(attempt, question.Id, question.Wrong(placed));
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
            Assert.Equal(await WholeAsync(right), await WholeAsync(wrong));
        }
    }

    [Fact]
    public void The_order_shown_and_the_ids_say_nothing_of_any_key()
    {
        var (chance, quiz) = (new Lms.Web.Features.Shared.Chance(), EveryKind.Quiz());
        const int papers = 2_000;
        var (firstStep, lowestStep, pairInPlace, firstOfGap) = (0, 0, 0, 0);
        for (var at = 0; at < papers; at++)
        {
            var paper = Paper.Of(quiz, new Dictionary<string, int>(), chance);
            var steps = paper.Find("q-ordering")!.Options;
            firstStep += steps[0].Index == 0 ? 1 : 0;
            lowestStep += steps.MinBy(step => step.Id, StringComparer.Ordinal)!.Index == 0 ? 1 : 0;
            var pairs = paper.Find("q-matching")!;
            pairInPlace += pairs.Targets[0].Index == pairs.Options[0].Index ? 1 : 0;
            firstOfGap += paper.Find("q-cloze")!.Targets[0].Index == 0 ? 1 : 0;
        }

        // Each is one of three; six standard deviations of a fair draw.
        var (fair, tolerance) = (papers / 3.0, 6 * Math.Sqrt(papers * 2 / 9.0));
        Assert.All(
            [firstStep, lowestStep, pairInPlace, firstOfGap],
            count => Assert.InRange(count, fair - tolerance, fair + tolerance)
        );
    }

    private static Quiz Weighed(Quiz quiz) =>
        quiz with
        {
            Questions = [.. quiz.Questions.Select(Weighed)],
            Banks =
            [
                .. quiz.Banks.Select(bank => new Bank(
                    bank.Slug,
                    [.. bank.Questions.Select(Weighed)]
                )),
            ],
        };

    private static Question Weighed(Question question) =>
        question is MultipleChoice several
            ? several with
            {
                Options =
                [
                    several.Options[0] with
                    {
                        Weight = 61,
                    },
                    several.Options[1] with
                    {
                        Weight = 39,
                    },
                    several.Options[2] with
                    {
                        Weight = -47,
                    },
                ],
            }
            : question;

    /// <summary>Every address of the course, of the attempt and of the person, and every script.</summary>
    private static async Task LooksAsync(Sitting sitting, Attempt attempt)
    {
        string[] addresses =
        [
            TestCourse.Quiz,
            $"{TestCourse.Quiz}?attempt=1",
            $"{TestCourse.Quiz}/files/q-file",
            TestCourse.Lesson,
            $"/courses/{TestCourse.Slug}",
            "/courses",
            "/courses?q=zzcanaryzz",
            "/learn",
            "/certificates",
            "/profile",
            "/",
            $"/api/v1/attempts/{attempt.Id.Value}",
            .. attempt.Paper.Questions.Select(placed =>
                Sitting.Address(attempt, placed.QuestionId)
            ),
            .. Directory
                .EnumerateFiles(
                    Repository.File("src", "Lms.Web"),
                    "*.js",
                    SearchOption.AllDirectories
                )
                .Select(script => Path.GetRelativePath(Repository.File("src", "Lms.Web"), script))
                .Where(script => script.StartsWith("Features", StringComparison.Ordinal))
                .Select(script => "/" + script.Replace('\\', '/')),
        ];
        foreach (var address in addresses)
        {
            using var answer = await sitting.Client.GetAsync(address);
            var searched = address.Contains("?q=", StringComparison.Ordinal);
            await HasNoKeyAsync(answer, searched ? Marks[1..] : Marks);
        }
    }

    private static Task HasNoKeyAsync(HttpResponseMessage answer) => HasNoKeyAsync(answer, Marks);

    private static async Task HasNoKeyAsync(HttpResponseMessage answer, string[] marks)
    {
        var whole = await WholeAsync(answer);
        Assert.All(
            marks,
            mark => Assert.DoesNotContain(mark, whole, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Status, headers and body.</summary>
    private static async Task<string> WholeAsync(HttpResponseMessage answer)
    {
        var whole = new StringBuilder().Append((int)answer.StatusCode).Append('\n');
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            whole.Append(name).Append(": ").AppendJoin(',', values).Append('\n');
        }

        return whole.Append(await answer.Content.ReadAsStringAsync()).ToString();
    }
}
