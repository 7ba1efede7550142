using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Teach;

/// <summary>A score is a function of what is stored: counted again, it comes out the same.</summary>
public sealed class RecomputeTests
{
    private const int Seed = 20261125;

    private static readonly string[] Learners =
    [
        "specialist@demo.example",
        "specialist2@demo.example",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_stored_score_comes_out_of_the_stored_answers_marks_and_keys(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var (random, quiz) = (new Random(Seed), new TaughtQuiz(host));
        for (var round = 0; round < 3; round++)
        {
            var questions = Turned(random);
            await quiz.PublishAsync(
                new Quiz(new() { Pass = new(40), Shuffle = round > 0 }, questions[..4])
                {
                    Draws = [new("b", null, 4)],
                    Banks = [new("b", questions[4..])],
                }
            );
            foreach (var attempt in Enumerable.Range(0, 6))
            {
                await quiz.TakeAsync(
                    Learners[attempt % 2],
                    placed =>
                        RandomValues.Of(
                            questions.Single(question => question.Id == placed.QuestionId),
                            placed,
                            random
                        )
                );
            }

            await MarkSomeAsync(host, random);
            await RegradeAsync(host);
        }

        await MarkSomeAsync(host, random);
        await RecomputeAllAsync(host);
    }

    /// <summary>Every kind that needs no page of its own, with other keys, weights and points each time, and the same parts.</summary>
    private static Question[] Turned(Random random) =>
        [
            .. EveryKind
                .Questions()
                .Where(question => question is not FileUpload)
                .Select(question =>
                    question switch
                    {
                        SingleChoice single => single with { Options = KeyedAt(single, random) },
                        MultipleChoice several when random.Next(2) == 0 => several with
                        {
                            Scoring = ScoringMethod.AllOrNothing,
                        },
                        MultipleChoice several => several with
                        {
                            Options = Weighed(several, random),
                        },
                        _ => question,
                    }
                )
                .Select(question =>
                    question is Scale
                        ? question
                        : question with
                        {
                            Points = new(random.Next(1, 5_000)),
                        }
                ),
        ];

    private static List<Option> KeyedAt(SingleChoice question, Random random)
    {
        var right = random.Next(question.Options.Count);
        return [.. question.Options.Select((option, at) => option with { IsRight = at == right })];
    }

    private static List<Option> Weighed(MultipleChoice question, Random random)
    {
        var first = random.Next(1, 100);
        int[] weights = [first, 100 - first, -random.Next(100)];
        return [.. question.Options.Select((option, at) => option with { Weight = weights[at] })];
    }

    /// <summary>Half of what waits, through the pages of the trainer.</summary>
    private static async Task MarkSomeAsync(LmsHost host, Random random)
    {
        var trainer = await host.SignedInAsync("trainer");
        var queue = await trainer.OpenAsync("/teach/grading");
        foreach (var link in queue.QuerySelectorAll(".rows a").Where(_ => random.Next(2) == 0))
        {
            using var marked = await trainer.SubmitAsync(
                link.GetAttribute("href")!,
                "main form",
                ("points", "0"),
                ("remark", "Дивіться урок.")
            );
        }
    }

    private static async Task RegradeAsync(LmsHost host)
    {
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/teach/grading/k1-basics/{TaughtQuiz.Slug}/keys";
        var page = await trainer.OpenAsync(address);
        if (page.QuerySelector("#reason") is not null)
        {
            using var applied = await trainer.SubmitAsync(
                page,
                address,
                "main form",
                ("reason", "Нові ключі.")
            );
        }
    }

    private static async Task RecomputeAllAsync(LmsHost host)
    {
        var courses = host.Services.GetRequiredService<PublishedCourses>();
        await using var db = host.Look();
        var attempts = await db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .Include(attempt => attempt.Marks)
            .Include(attempt => attempt.Rescores)
            .ListAtOnceAsync(db);
        Assert.Equal(18, attempts.Count);
        Assert.Contains(attempts, attempt => attempt.Marks.Count > 0);
        Assert.Contains(
            attempts.SelectMany(attempt => attempt.Rescores),
            rescore => rescore.Cause == RescoreCause.KeyChanged
        );
        foreach (var attempt in attempts)
        {
            var taken = await QuizAsync(courses, attempt, attempt.CourseVersionId);
            var result = attempt.Result!;
            Assert.Equal(
                new Grade(result.Earned, result.Possible, result.IsPassed, result.Waiting),
                Grading.Of(taken, attempt.Paper, attempt.LastValues())
            );
            if (attempt.Rescores.MaxBy(rescore => rescore.Position) is { } last)
            {
                var judging = await QuizAsync(courses, attempt, last.KeysOf);
                Assert.Equal(
                    new Grade(last.Earned, last.Possible, last.IsPassed, last.Waiting),
                    Grading.Of(
                        taken.JudgedBy(judging),
                        attempt.Paper,
                        attempt.LastValues(),
                        attempt.LastMarks()
                    )
                );
            }
        }
    }

    private static async Task<Quiz> QuizAsync(
        PublishedCourses courses,
        Attempt attempt,
        Lms.Domain.Courses.CourseVersionId version
    ) =>
        (await courses.OfAsync(version)).Find(attempt.ActivityId).Quiz! with
        {
            Rules = attempt.Rules,
        };
}
