using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>A course of a lesson and a quiz, made of objects and published by the product.</summary>
public static class TestCourse
{
    public const string Slug = "t-course";
    public const string Lesson = $"/courses/{Slug}/t-lesson";
    public const string Quiz = $"/courses/{Slug}/t-quiz";

    public static CourseDraft Draft(Quiz quiz, int revision = 1) =>
        new()
        {
            Slug = Slug,
            Revision = revision,
            ContentHash = $"{revision}",
            SourcePath = "",
            Manifest = new()
            {
                Title = "Пробний курс",
                Code = "Т1",
                Language = "uk",
                Hours = new(1, 0),
                Modules = [new("one", "Модуль", "")],
            },
            Activities =
            [
                new(
                    "t-lesson",
                    ActivityKind.Lesson,
                    0,
                    5,
                    CountsForCompletion: true,
                    new("Пробний урок") { Lesson = new([], null, "<p>Урок</p>", []) }
                ),
                new(
                    "t-quiz",
                    ActivityKind.Quiz,
                    0,
                    5,
                    quiz.Rules.IsGraded,
                    new("Пробний тест") { Quiz = quiz }
                ),
            ],
            Banks = BanksOf(quiz),
        };

    public static IReadOnlyList<BankDraft> BanksOf(Quiz quiz) =>
        [
            .. quiz.Banks.Select(bank => new BankDraft(
                bank.Slug,
                bank.Questions,
                new Dictionary<string, IReadOnlyList<Question>>()
            )),
        ];

    /// <summary>The same course, with the quiz in English too.</summary>
    public static CourseDraft AlsoIn(this CourseDraft draft, string language, Quiz quiz) =>
        draft with
        {
            Activities =
            [
                draft.Activities[0],
                draft.Activities[1] with
                {
                    Translations = new Dictionary<string, ActivityWords>
                    {
                        [language] = new("Sample quiz") { Quiz = quiz },
                    },
                },
            ],
        };

    public static Task<PublishedCourse> PublishAsync(this IServiceProvider services, Quiz quiz) =>
        services.PublishAsync(Draft(quiz));

    public static async Task<PublishedCourse> PublishAsync(
        this IServiceProvider services,
        CourseDraft draft
    )
    {
        await using var work = services.WorkAs("a test publishes a course");
        await work.Services.GetRequiredService<Publish>().RunAsync(draft);
        return await services.GetRequiredService<PublishedCourses>().FindAsync(draft.Slug)
            ?? throw new InvalidOperationException("The course was not published.");
    }
}
