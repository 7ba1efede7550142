using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Sessions;

/// <summary>What the two pages with the form of a session have in common.</summary>
public abstract class EntryPage(
    TaughtCourses taught,
    PublishedCourses courses,
    WhoLeads who,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public SessionEntry Entry { get; set; } = new();

    public List<EntryFault> Faults { get; } = [];

    public OrganisationPack Pack => pack;

    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    /// <summary>Beside the trainer.</summary>
    public IReadOnlyList<MayLead> Candidates { get; private set; } = [];

    public abstract bool IsRehearsal { get; }

    /// <summary>Key of what is said about the date.</summary>
    public abstract string DateHint { get; }

    public bool IsWrong(string field) => Faults.Exists(fault => fault.Field == field);

    public IEnumerable<(string Value, string Words)> Territories(Texts texts) =>
        pack
            .Territories.All.Select(one =>
                (one.Code.Value, Words: texts.PlaceWords(pack, one.Code))
            )
            .OrderBy(one => one.Words, StringComparer.Create(texts.Culture, ignoreCase: true));

    /// <summary>What is planned until now; null when nothing is.</summary>
    protected abstract LiveSession? Planned { get; }

    /// <summary>Whether what is planned has left the published edition: it can stay, or be let go.</summary>
    public bool HasGone => Planned is { } planned && WhatOf(planned) == SessionEntry.Gone;

    /// <summary>As the form has it: «k1-basics/talk».</summary>
    protected string WhatOf(LiveSession session)
    {
        if (session.CourseId is not { } id)
        {
            return "";
        }

        var course = Courses.FirstOrDefault(one => one.Id == id);
        return (course, session.ActivityId) switch
        {
            ({ } whole, null) => whole.Slug,
            ({ } its, { } deck) when its.TryFind(deck) is { } activity =>
                $"{its.Slug}/{activity.Slug}",
            _ => SessionEntry.Gone,
        };
    }

    /// <param name="fixedLeads">Whoever leads it whatever the form says.</param>
    protected async Task ReadChoicesAsync(CourseId? course, IReadOnlyList<PersonId> fixedLeads)
    {
        var own = await taught.AllAsync();
        // What others teach and the session is of: whoever changes its hour or tries it out keeps it.
        var ofOthers = (await courses.AllAsync()).Where(one =>
            one.Id == Planned?.CourseId && own.All(it => it.Id != one.Id)
        );
        Courses = [.. own, .. ofOthers];
        Candidates =
        [
            .. (await who.CandidatesAsync(course)).Where(one => !fixedLeads.Contains(one.Person)),
        ];
    }

    protected SessionPlan? Read(DateTimeOffset? was) =>
        Entry.Read(Courses, Candidates, pack, HasGone, was, time.Now(), Faults);

    protected PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
