using Lms.Domain.Courses;
using Lms.Web.Features.Courses.Changes;
using Lms.Web.Features.Courses.Preview;

namespace Lms.Web.Features.Courses;

public static class CoursesFeature
{
    public static void AddCourses(this IServiceCollection services)
    {
        services.AddScoped<Catalogue>();
        services.AddScoped<Enrol>();
        services.AddScoped<MarkRead>();
        services.AddScoped<CourseVisits>();
        services.AddScoped<PastWork>();
        services.AddScoped<Previews>();
        services.AddScoped<TriedPapers>();
        services.AddSingleton<OwnWorkReads>();
        services.AddScoped<KeepOwnWork>();
        services.AddScoped<KeepPlace>();
        services.AddScoped<KeepPractice>();
        services.AddScoped<TakeChanges>();
        services.AddSingleton<OpenedQuestions>();
        services.AddScoped<CatchUp>();
        services.AddScoped<NewsReads>();
        services.AddScoped<StartAttempt>();
        services.AddScoped<SubmitAttempt>();
        services.AddScoped<QuizReads>();
        services.AddScoped<QuizScores>();
        services.AddScoped<BeginRun>();
        services.AddScoped<ChooseStep>();
        services.AddScoped<FinishCase>();
        services.AddScoped<CaseReads>();
        services.AddScoped<QuizVisits>();
        services.AddScoped<QuizForms>();
        services.AddScoped<MoveOn>();
        services.AddScoped<KeepFile>();
        services.AddSingleton<OpenPapers>();
        services.AddSingleton<SaveAnswers>();
        services.AddHostedService(provider => provider.GetRequiredService<SaveAnswers>());
        services.Configure<RouteOptions>(routes =>
        {
            routes.SetParameterPolicy<LessonSlug>("lesson");
            routes.SetParameterPolicy<QuizSlug>("quiz");
            routes.SetParameterPolicy<CaseSlug>("case");
            routes.SetParameterPolicy<SessionSlug>("session");
        });
    }

    /// <summary>
    /// Routing asks what a slug names and cannot wait for the database: it is read before. Else the
    /// first reader of what another process has just published would be told that it does not exist.
    /// </summary>
    public static IApplicationBuilder UsePublishedCourses(this WebApplication app)
    {
        var courses = app.Services.GetRequiredService<Shared.PublishedCourses>();
        return app.Use(
            async (http, next) =>
            {
                if (
                    http.Request.Path.StartsWithSegments(
                        "/courses",
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                {
                    await courses.AllAsync();
                }

                await next(http);
            }
        );
    }

    public static void MapCourses(this IEndpointRouteBuilder routes)
    {
        AnswersApi.Map(routes);
        routes.MapFolderStamp();
        LessonsApi.Map(routes);
        FilesApi.Map(routes);
    }
}

/// <summary>
/// Lesson, quiz, case and live session share the address <c>/courses/{course}/{activity}</c>: what the slug names decides
/// which page answers. A slug never changes its kind.
/// </summary>
public abstract class ActivitySlug(Shared.PublishedCourses courses, ActivityKind kind)
    : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) =>
        routeDirection == RouteDirection.UrlGeneration
        || (
            values["course"] is string course
            && values[routeKey] is string activity
            && courses.KindOf(course, activity) == kind
        );
}

public sealed class LessonSlug(Shared.PublishedCourses courses)
    : ActivitySlug(courses, ActivityKind.Lesson);

public sealed class QuizSlug(Shared.PublishedCourses courses)
    : ActivitySlug(courses, ActivityKind.Quiz);

public sealed class CaseSlug(Shared.PublishedCourses courses)
    : ActivitySlug(courses, ActivityKind.Case);

public sealed class SessionSlug(Shared.PublishedCourses courses)
    : ActivitySlug(courses, ActivityKind.LiveSession);
