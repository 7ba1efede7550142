using Lms.Web.Access;

namespace Lms.Web.Features.Shared;

/// <param name="Words">Key of its text.</param>
public sealed record NavigationLink(string Address, string Icon, string Words);

/// <summary>Where each role goes: four places at most in reach of the thumb, the rest in the menu.</summary>
public static class Navigation
{
    private static readonly NavigationLink Learn = new("/learn", "book", "shared.learn");
    private static readonly NavigationLink Courses = new("/courses", "list", "shared.courses");
    private static readonly NavigationLink Certificates = new(
        "/certificates",
        "certificate",
        "shared.certificates"
    );
    private static readonly NavigationLink Certifications = new(
        "/certifications",
        "check-circle",
        "shared.certifications"
    );
    private static readonly NavigationLink Certified = new(
        "/manage/certifications",
        "chart",
        "shared.certifications.people"
    );
    private static readonly NavigationLink Sessions = new(
        "/sessions",
        "calendar",
        "shared.sessions"
    );
    private static readonly NavigationLink TaughtSessions = new(
        "/teach/sessions",
        "calendar",
        "shared.sessions.taught"
    );
    private static readonly NavigationLink Help = new("/help", "phone", "shared.help.short");
    private static readonly NavigationLink People = new(
        "/manage/people",
        "people",
        "shared.people"
    );
    private static readonly NavigationLink Assignments = new(
        "/manage/assignments",
        "list",
        "shared.assignments"
    );
    private static readonly NavigationLink Manage = new("/manage", "chart", "shared.manage");
    private static readonly NavigationLink Audit = new(
        "/manage/reports/audit",
        "chart",
        "shared.audit"
    );
    private static readonly NavigationLink Teach = new("/teach", "people", "shared.teach");
    private static readonly NavigationLink Author = new("/author", "pencil", "shared.author");
    private static readonly NavigationLink Admin = new("/admin", "lock", "shared.admin");

    private static readonly NavigationLink[] Visitor =
    [
        Courses,
        new("/verify", "certificate", "shared.verify.short"),
        Help,
        new("/account/login", "user", "shared.sign-in"),
    ];

    /// <summary>Places where people work for others; what only they need comes with a style of its own.</summary>
    public static bool IsDesk(PathString path) =>
        IsManaged(path)
        || path.StartsWithSegments(Teach.Address, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(Author.Address, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(Admin.Address, StringComparison.OrdinalIgnoreCase);

    /// <summary>Places full of tables: they take more of a wide screen, their header with them.</summary>
    public static bool IsManaged(PathString path) =>
        path.StartsWithSegments(Manage.Address, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<NavigationLink> Of(Viewer viewer)
    {
        if (!viewer.IsSignedIn)
        {
            return Visitor;
        }

        var own = Work(viewer).FirstOrDefault();
        return own is null
            ? [Learn, Courses, Certificates, Help]
            : [own, Learn, Courses, Certificates];
    }

    public static IEnumerable<NavigationLink> More(Viewer viewer) =>
        Work(viewer).Append(Sessions).Append(Certifications).Append(Help).Except(Of(viewer));

    private static IEnumerable<NavigationLink> Work(Viewer viewer)
    {
        if (viewer.Has(AccessRole.Manager))
        {
            yield return Manage;
            yield return People;
            yield return Assignments;
            yield return Certified;
        }

        if (viewer.Has(AccessRole.Auditor))
        {
            yield return Audit;
        }

        if (viewer.Has(AccessRole.Trainer))
        {
            yield return Teach;
            yield return TaughtSessions;
        }

        if (viewer.Has(AccessRole.Author))
        {
            yield return Author;
        }

        if (viewer.Has(AccessRole.Admin))
        {
            yield return Admin;
        }
    }
}
