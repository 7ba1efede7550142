using Lms.Web.Features.Manage.Assignments.Announcing;
using Lms.Web.Features.Manage.Assignments.Reminding;

namespace Lms.Web.Features.Manage.Assignments;

public static class AssignmentsFeature
{
    public static void AddAssignments(this IServiceCollection services)
    {
        services.AddSingleton<DueEvents>();
        services.AddSingleton<RemindPeople>();
        services.AddScoped<AssignmentReads>();
        services.AddScoped<AssignByHand>();
        services.AddScoped<TakeBack>();
        services.AddScoped<DecideExtensions>();
        services.AddScoped<SaveRequirement>();
        services.AddScoped<PreviewRequirement>();
        services.AddScoped<Choices>();
        services.AddScoped<AnnouncementReads>();
        services.AddScoped<PublishAnnouncement>();
    }
}
