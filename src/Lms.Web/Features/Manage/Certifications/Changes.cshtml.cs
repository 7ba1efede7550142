using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Certifications;

public enum ChangeState
{
    /// <summary>Completed a version that has the change.</summary>
    Knows,
    Taken,
    Owes,
    Overdue,
}

public static class ChangeStates
{
    /// <summary>Key of its words, the icon and the tag's colour.</summary>
    public static (string Words, string Icon, string Tag) Sign(this ChangeState state) =>
        state switch
        {
            ChangeState.Knows => ("manage.certifications.change.knows", "check-circle", "good"),
            ChangeState.Taken => ("manage.certifications.change.taken", "check", "good"),
            ChangeState.Owes => ("manage.certifications.change.owes", "clock", "warm"),
            ChangeState.Overdue => ("manage.certifications.change.overdue", "warning", "bad"),
        };
}

/// <param name="Day">When it was taken, or is due; null for who completed the new version.</param>
public sealed record ChangeRow(
    PersonId Person,
    string Name,
    TerritoryCode Community,
    ChangeState State,
    DateOnly? Day
);

/// <summary>Who of the certified people in scope has taken the last change that an act made in a course.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class ChangesModel(
    LmsDbContext db,
    PublishedCourses courses,
    OwedChanges owed,
    LookedAt looked,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public const int PerPage = 50;

    public PublishedCourse Course { get; private set; } = null!;

    /// <summary>The last one; null when no act has changed the course.</summary>
    public Change? Act { get; private set; }

    public OrganisationPack Pack => pack;

    public IReadOnlyDictionary<ChangeState, int> Counts { get; private set; } =
        new Dictionary<ChangeState, int>();

    public IReadOnlyList<ChangeRow> Rows { get; private set; } = [];

    /// <summary>Null for all.</summary>
    public ChangeState? State { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public string Address(ChangeState? state, int number = 1) =>
        $"/manage/certifications/changes/{Course.Slug}?state={state}"
        + (number > 1 ? $"&p={number.ToString(CultureInfo.InvariantCulture)}" : "");

    public async Task<IActionResult> OnGetAsync(string course, string? state, int p = 1)
    {
        if (await courses.FindAsync(course) is not { Manifest.IsPrivate: false } found)
        {
            return NotFound();
        }

        Course = found;
        Act = OwedChanges.Acts(found) is [var last, ..] ? last : null;
        State = Enum.TryParse<ChangeState>(state, out var one) && Enum.IsDefined(one) ? one : null;
        await ReadAsync(Math.Max(1, p));
        await looked.ListAsync(Rows.Count);
        return Page();
    }

    private async Task ReadAsync(int number)
    {
        var today = pack.DayOf(time.Now());
        // In the order of names by the index; who is merged or erased is not among them.
        var people = await db
            .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
            .OrderBy(person => person.SortKey)
            .Select(person => person.Id)
            .ToListAsync();
        var standings = (await owed.AllAsync(db, Course)).ToDictionary(one => one.Person);
        var states = people
            .Where(standings.ContainsKey)
            .Select(person => (Person: person, Now: StateOf(standings[person], today)))
            .ToList();
        Counts = states.CountBy(one => one.Now.State).ToDictionary();
        var asked = states.FindAll(one => State is null || one.Now.State == State);
        Pages = Math.Max(1, (asked.Count + PerPage - 1) / PerPage);
        Number = Math.Min(number, Pages);
        var shown = asked.Skip((Number - 1) * PerPage).Take(PerPage).ToList();
        var ids = shown.ConvertAll(one => one.Person);
        var names = await db
            .People.Where(person => ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Name.Family,
                person.Name.Given,
                person.Name.Patronymic,
                person.Community,
            })
            .ToDictionaryAsync(person => person.Id);
        Rows =
        [
            .. shown.Select(one =>
            {
                var person = names[one.Person];
                return new ChangeRow(
                    one.Person,
                    new PersonName(person.Family, person.Given, person.Patronymic).Full,
                    person.Community,
                    one.Now.State,
                    one.Now.Day
                );
            }),
        ];
    }

    private static (ChangeState State, DateOnly? Day) StateOf(
        ChangeStanding standing,
        DateOnly today
    ) =>
        standing.Owed is { } debt
            ? (debt.DueOn < today ? ChangeState.Overdue : ChangeState.Owes, debt.DueOn)
            : (standing.TakenOn is null ? ChangeState.Knows : ChangeState.Taken, standing.TakenOn);
}
