using Lms.Domain.Certification;
using Lms.Domain.Coverage;
using Lms.Domain.Reports;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Covering;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports.Standing;

/// <summary>Works the figures of a quarter out, once: counts alone, no names and no places within.</summary>
public sealed class StandingFigures(
    LmsDbContext db,
    CertificationReads certifications,
    CoverageReads coverage,
    CourseFacts courses,
    OrganisationPack pack
)
{
    public async Task<StandingContent> RunAsync(
        ReportAudience audience,
        TerritoryCode territory,
        Quarter quarter,
        string? project,
        DateTimeOffset cutOff,
        CancellationToken cancel
    )
    {
        var scope = new ReportScope([.. pack.Territories.CommunitiesWithin(territory)]);
        // A quarter that is not over is told up to its cut-off.
        var last = quarter.Until < pack.DayOf(cutOff) ? quarter.Until : pack.DayOf(cutOff);
        var period = new Period(
            quarter.From,
            last,
            pack.StartOf(quarter.From),
            pack.StartOf(quarter.Until.AddDays(1)),
            cutOff,
            project
        );
        var sections = new List<StandingSection>();
        foreach (var part in PartsFor(audience))
        {
            sections.Add(
                part switch
                {
                    StandingPart.People => await PeopleAsync(scope, period, cancel),
                    StandingPart.Certifications => await CertificationsAsync(scope, period, cancel),
                    StandingPart.Completions => await CompletionsAsync(scope, period, cancel),
                    StandingPart.Coverage => await CoverageAsync(scope, period, cancel),
                    StandingPart.Outreach => await OutreachAsync(scope, period, cancel),
                }
            );
        }

        return new(
            StandingContent.Current,
            audience.ToString(),
            territory.Value,
            In(texts => texts.PlaceWords(pack, territory)),
            quarter.From,
            quarter.Until,
            cutOff,
            project,
            [
                In("manage.standing.means.cut-off"),
                .. PartsFor(audience).Select(part => In(Means(part))),
            ],
            sections
        );
    }

    private static IReadOnlyList<StandingPart> PartsFor(ReportAudience audience) =>
        audience switch
        {
            ReportAudience.CoordinationCouncil =>
            [
                StandingPart.People,
                StandingPart.Certifications,
                StandingPart.Coverage,
                StandingPart.Outreach,
            ],
            ReportAudience.Donor =>
            [
                StandingPart.People,
                StandingPart.Certifications,
                StandingPart.Completions,
                StandingPart.Outreach,
            ],
            ReportAudience.Ministry =>
            [
                StandingPart.People,
                StandingPart.Certifications,
                StandingPart.Completions,
                StandingPart.Coverage,
            ],
            ReportAudience.SocialOrder =>
            [
                StandingPart.People,
                StandingPart.Completions,
                StandingPart.Outreach,
            ],
        };

    private static string Means(StandingPart part) =>
        part switch
        {
            StandingPart.People => "manage.standing.means.people",
            StandingPart.Certifications => "manage.standing.means.certifications",
            StandingPart.Completions => "manage.standing.means.completions",
            StandingPart.Coverage => "manage.standing.means.coverage",
            StandingPart.Outreach => "manage.standing.means.outreach",
        };

    private async Task<StandingSection> PeopleAsync(
        ReportScope scope,
        Period period,
        CancellationToken cancel
    )
    {
        var people = scope.PeopleOf(db).Where(person => person.CreatedAt <= period.CutOff);
        var hidden = await courses.HiddenAsync();
        var learned = await people.CountAsync(
            person =>
                db.Completions.Any(one =>
                    one.PersonId == person.Id
                    && !hidden.Contains(one.CourseId)
                    && one.CompletedAt >= period.Start
                    && one.CompletedAt < period.End
                    && one.CompletedAt <= period.CutOff
                ),
            cancel
        );
        return new(
            "people",
            In("manage.standing.people"),
            [In("manage.standing.measure"), In("manage.standing.count")],
            [
                [In("manage.standing.people.registered"), await people.CountAsync(cancel)],
                [In("manage.standing.people.learned"), learned],
            ]
        );
    }

    private async Task<StandingSection> CertificationsAsync(
        ReportScope scope,
        Period period,
        CancellationToken cancel
    )
    {
        var people = await scope.PeopleOf(db).Select(one => one.Id).ToListAsync(cancel);
        var book = await certifications.ReadAsync(db, people, withSteps: false, cancel);
        var rows = new List<IReadOnlyList<StandingCell>>();
        foreach (var certification in pack.Certifications)
        {
            var (held, earned, ended) = (0, 0, 0);
            foreach (var person in people)
            {
                var facts = book.Of(person, certification.Code);
                if (facts.Periods.Count + facts.Waivers.Count == 0)
                {
                    continue;
                }

                var days = CertificationStates.HeldDays(facts);
                var (before, after) = (
                    DaySpans.Have(days, period.From.AddDays(-1)),
                    DaySpans.Have(days, period.Last)
                );
                held += after ? 1 : 0;
                ended += before && !after ? 1 : 0;
                earned += facts.Periods.Any(one =>
                    one.CompletedOn >= period.From && one.CompletedOn <= period.Last
                )
                    ? 1
                    : 0;
            }

            rows.Add([certification.Rules.Name, held, earned, ended]);
        }

        return new(
            "certifications",
            In("manage.standing.certifications"),
            [
                In("manage.reports.certification"),
                In("manage.standing.held"),
                In("manage.standing.earned"),
                In("manage.standing.ended"),
            ],
            rows
        );
    }

    private async Task<StandingSection> CompletionsAsync(
        ReportScope scope,
        Period period,
        CancellationToken cancel
    )
    {
        var hours = await courses.HoursAsync(db, cancel);
        var done = (
            await scope
                .PeopleOf(db)
                .Join(
                    db.Completions.Where(one =>
                        one.CompletedAt >= period.Start
                        && one.CompletedAt < period.End
                        && one.CompletedAt <= period.CutOff
                    ),
                    person => person.Id,
                    one => one.PersonId,
                    (_, one) => new { one.CourseId, one.CourseVersionId }
                )
                .ToListAsync(cancel)
        ).ToLookup(one => one.CourseId, one => hours[one.CourseVersionId]);
        return new(
            "completions",
            In("manage.reports.completions"),
            [
                In("manage.reports.course"),
                In("manage.reports.completions.count"),
                In("manage.reports.hours.count"),
            ],
            [
                .. (await courses.OpenAsync())
                    .OrderBy(course => course.Slug, StringComparer.Ordinal)
                    .Select(course =>
                        (IReadOnlyList<StandingCell>)
                            [
                                In(texts => course.Coded(course.In(texts.Language).Title)),
                                done[course.Id].Count(),
                                done[course.Id].Sum(),
                            ]
                    ),
            ]
        );
    }

    private async Task<StandingSection> CoverageAsync(
        ReportScope scope,
        Period period,
        CancellationToken cancel
    )
    {
        var board = await coverage.ReadAsync(
            [.. scope.Codes!.Select(pack.Territories.Find).OfType<Territory>()],
            cancel: cancel
        );
        return new(
            "coverage",
            In("manage.standing.coverage"),
            [
                In("manage.standing.rule"),
                .. CoverageWords.States.Select(state => In(texts => texts.Of(state))),
            ],
            [
                .. pack
                    .CoverageRules.Where(rule => rule.Unit == CoverageUnit.Community)
                    .Select(rule => (rule.Name, Report: board.On(rule, period.Last)))
                    .Select(one =>
                        (IReadOnlyList<StandingCell>)
                            [
                                one.Name,
                                .. CoverageWords.States.Select(state =>
                                    (StandingCell)one.Report.Count(state)
                                ),
                            ]
                    ),
            ]
        );
    }

    private async Task<StandingSection> OutreachAsync(
        ReportScope scope,
        Period period,
        CancellationToken cancel
    )
    {
        var events = (
            await db
                .OutreachEvents.Where(one =>
                    one.RemovedAt == null
                    && one.On >= period.From
                    && one.On <= period.Last
                    && one.RecordedAt <= period.CutOff
                )
                .AsNoTracking()
                .ToListAsync(cancel)
        )
            .Where(one => scope.Has(one.Community))
            .Where(one => period.Project is null || one.Project == period.Project)
            .ToLookup(one => one.Kind);
        return new(
            "outreach",
            In("manage.standing.outreach"),
            [
                In("manage.standing.kind"),
                In("manage.reports.events"),
                In("manage.reports.heads"),
                In("manage.reports.materials"),
            ],
            [
                .. Enum.GetValues<OutreachKind>()
                    .Select(kind =>
                        (IReadOnlyList<StandingCell>)
                            [
                                In(texts => texts.Of(kind)),
                                events[kind].Count(),
                                Sum(events[kind].Select(one => one.Heads)),
                                Sum(events[kind].Select(one => one.Materials)),
                            ]
                    ),
            ]
        );
    }

    // Where nobody counted, nothing is stated: nought would say that nobody came.
    private static int? Sum(IEnumerable<int?> counts) =>
        counts.ToList() is var all && all.OfType<int>().Any() ? all.OfType<int>().Sum()
        : all.Count == 0 ? 0
        : null;

    private static LocalText In(string key) => In(texts => texts[key]);

    private static LocalText In(Func<Texts, string> words) => new(words(Texts.Uk), words(Texts.En));

    private enum StandingPart
    {
        People,
        Certifications,
        Completions,
        Coverage,
        Outreach,
    }

    /// <param name="Last">Included: of the quarter, or of the cut-off.</param>
    private sealed record Period(
        DateOnly From,
        DateOnly Last,
        DateTimeOffset Start,
        DateTimeOffset End,
        DateTimeOffset CutOff,
        string? Project
    );
}
