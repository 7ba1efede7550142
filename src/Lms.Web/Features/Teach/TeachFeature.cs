using Lms.Web.Features.Teach.Grading;
using Lms.Web.Features.Teach.Learners;
using Lms.Web.Features.Teach.Statistics;

namespace Lms.Web.Features.Teach;

public static class TeachFeature
{
    public static void AddTeach(this IServiceCollection services)
    {
        services.AddScoped<TaughtCourses>();
        services.AddScoped<WaitingAnswers>();
        services.AddScoped<MarkAnswer>();
        services.AddScoped<Regrade>();
        services.AddScoped<FirstAttempts>();
        services.AddScoped<FirstRuns>();
        services.AddScoped<TaughtLearners>();
    }
}
