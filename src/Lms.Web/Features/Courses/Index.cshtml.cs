using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Courses;

/// <summary>The catalogue, a choice of it, or what was found in it.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    Catalogue catalogue,
    CourseSearch search,
    OrganisationPack pack,
    CurrentViewer current
) : PageModel
{
    private const int PerPage = 10;
    private const int MostPages = 1_000;

    /// <summary>Those that the filters let through.</summary>
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public CatalogueView View { get; private set; } = new("", null, null, null);

    public IReadOnlyList<ChipGroup> Groups { get; private set; } = [];

    /// <summary>Null when nothing is searched for.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>More was typed than is searched for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Lessons that an account would open are searched by their titles alone.</summary>
    public bool HasClosed { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public async Task OnGetAsync(
        string? q,
        string? role,
        string? competence,
        string? hours,
        int p = 1
    )
    {
        View = CatalogueView.Of(q, role, competence, hours, pack);
        var all = await catalogue.ReadAsync();
        var shown = all.Where(entry => View.Shows(entry.Course)).ToList();
        Courses = [.. shown.Select(entry => entry.Course)];
        Groups = CatalogueChips.Of(
            View,
            [.. all.Select(entry => entry.Course)],
            pack,
            HttpContext.Texts()
        );
        if (View.IsSearch)
        {
            Find(Math.Clamp(p, 1, MostPages), await catalogue.OpenAsync(shown));
        }
    }

    public PublishedCourse? CourseOf(SearchDocument document) =>
        Courses.FirstOrDefault(course => course.Version == document.Key.Version);

    /// <summary>Key of the text for what was found.</summary>
    public static string WordsOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Course => "courses.search.kind.course",
            DocumentKind.Lesson => "courses.search.kind.lesson",
            DocumentKind.Term => "courses.search.kind.term",
        };

    private void Find(int number, IReadOnlySet<ActivityId> open)
    {
        var query = SearchQuery.Of(View.Typed);
        IsCut = query.IsCut;
        HasClosed =
            !current.Viewer.IsSignedIn
            && Courses.Any(course => course.Manifest.Access == CourseAccess.Members);
        Answer = FindPage(query, open, number);
        Pages = Math.Max(1, (Answer.Count + PerPage - 1) / PerPage);
        Number = Math.Min(number, Pages);
        if (Number < number)
        {
            Answer = FindPage(query, open, Number);
        }
    }

    private SearchAnswer FindPage(SearchQuery query, IReadOnlySet<ActivityId> open, int number) =>
        search.Find(
            query,
            Courses,
            open,
            HttpContext.Texts().Language,
            withTerms: !View.HasFilter,
            (number - 1) * PerPage
        );
}
