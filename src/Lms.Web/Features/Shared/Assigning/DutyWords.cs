using Lms.Domain.Requirements;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>Duties as people are told of them.</summary>
public sealed class DutyWords(OrganisationPack pack, PublishedCourses courses)
{
    /// <summary>What is to be done, in the reader's language.</summary>
    public async ValueTask<string> NameAsync(Texts texts, Demand what) =>
        what switch
        {
            Demand.Course(var slug) => (await courses.FindAsync(slug))?.In(texts.Language).Title
                ?? slug,
            Demand.Certification(var code) => pack.Certification(code)
                ?.Rules.Name.In(texts.Language)
                ?? code,
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Hours of learning: of the course, or of the courses of the first path together.</summary>
    public async ValueTask<decimal> HoursAsync(Demand what)
    {
        switch (what)
        {
            case Demand.Course(var slug):
                return (await courses.FindAsync(slug))?.Manifest.Hours.Total ?? 0;
            case Demand.Certification(var code):
                var hours = 0m;
                var steps = pack.Certification(code)?.Rules.First.Node.Steps() ?? [];
                foreach (var step in steps.OfType<Domain.Certification.PathStep.Course>())
                {
                    hours += (await courses.FindAsync(step.Slug))?.Manifest.Hours.Total ?? 0;
                }

                return hours;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Where it is done.</summary>
    public static string Address(Demand what) =>
        what switch
        {
            Demand.Course(var slug) => $"/courses/{slug}",
            Demand.Certification => "/certifications",
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Institutions that the reasons name.</summary>
    public static IReadOnlyCollection<string> PlacesOf(IEnumerable<MembershipReason> why) =>
        why.OfType<MembershipReason.HasPost>()
            .Select(reason => reason.Institution)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>"Why me", one sentence for each condition.</summary>
    /// <param name="places">Names of institutions by their codes.</param>
    public string Why(
        Texts texts,
        MembershipReason reason,
        IReadOnlyDictionary<string, string> places
    ) =>
        reason switch
        {
            MembershipReason.Everyone => texts["shared.duty.why.everyone"],
            MembershipReason.HasPost(var role, var place, var since, var profile) => texts.Fill(
                profile is null ? "shared.duty.why.post" : "shared.duty.why.profile",
                pack.StaffRole(role)?.Name.In(texts.Language) ?? role,
                places.GetValueOrDefault(place, place),
                texts.Day(since),
                profile is null ? null : texts.ProfileTitle(pack, profile)
            ),
            MembershipReason.InTerritory(var community, _, var isShared) => texts.Fill(
                isShared ? "shared.duty.why.serves" : "shared.duty.why.works",
                texts.PlaceWords(pack, community)
            ),
            MembershipReason.HiredOn(var day) => texts.Fill(
                "shared.duty.why.hired",
                texts.Day(day)
            ),
            MembershipReason.Holds(var code) => texts.Fill(
                "shared.duty.why.holds",
                pack.Certification(code)?.Rules.Name.In(texts.Language) ?? code
            ),
            MembershipReason.Lacks(var code) => texts.Fill(
                "shared.duty.why.lacks",
                pack.Certification(code)?.Rules.Name.In(texts.Language) ?? code
            ),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Key of the words.</summary>
    public static string WordsOf(AssignmentState state) =>
        state switch
        {
            AssignmentState.Due => "shared.duty.state.due",
            AssignmentState.Extended => "shared.duty.state.extended",
            AssignmentState.Overdue => "shared.duty.state.overdue",
            AssignmentState.Done => "shared.duty.state.done",
            AssignmentState.Ended => "shared.duty.state.ended",
        };

    /// <summary>Look of the tag, and its sign: colour is never the only one.</summary>
    public static (string Look, string Icon) SignOf(AssignmentState state) =>
        state switch
        {
            AssignmentState.Due => ("quiet", "clock"),
            AssignmentState.Extended => ("quiet", "calendar"),
            AssignmentState.Overdue => ("bad", "warning"),
            AssignmentState.Done => ("good", "check"),
            AssignmentState.Ended => ("quiet", "cross"),
        };
}
