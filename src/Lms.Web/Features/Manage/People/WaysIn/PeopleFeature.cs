using Lms.Web.Access;
using Lms.Web.Features.Manage.People.Import;
using Lms.Web.Features.Manage.People.Invitations;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.People.WaysIn;

public static class PeopleFeature
{
    /// <summary>Pages for whoever lets people in: managers in their scope, administrators everywhere.</summary>
    public const string LetsIn = "LetsIn";

    /// <summary>The way back: an administrator who follows nobody has no list of people.</summary>
    public static (string Address, string Words) Back(Viewer viewer, Texts texts) =>
        viewer.Has(AccessRole.Manager)
            ? ("/manage/people", texts["manage.people.title"])
            : ("/admin", texts["manage.invite.back"]);

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<PeopleRows>();
        services.AddScoped<FollowPlace>();
        services.AddScoped<PersonReads>();
        services.AddScoped<ChangePosts>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<UndoImport>();
        services.AddScoped<InviteMany>();
        services.AddScoped<GiveCode>();
        services.AddScoped<DecideRegistration>();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                LetsIn,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .RequireAssertion(context =>
                            context.Resource is HttpContext http
                            && http.RequestServices.GetRequiredService<CurrentViewer>().Viewer
                                is { } viewer
                            && (viewer.Has(AccessRole.Manager) || viewer.Has(AccessRole.Admin))
                        )
            );
    }
}
