using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Verify;

/// <summary>What the register answers to one line of a list.</summary>
/// <param name="Number">As it was brought.</param>
/// <param name="Found">Null when there is a fault.</param>
internal sealed record ListAnswer(
    string Number,
    ListFault? Fault,
    CheckedCertificate? Found,
    PublishedCourse? Course
);

/// <summary>
/// Checks a list of numbers and codes in one query. A code with another certificate's number answers
/// like an unknown one.
/// </summary>
internal static class CheckList
{
    public static async Task<IReadOnlyList<ListAnswer>> RunAsync(
        LmsDatabase database,
        PublishedCourses courses,
        IReadOnlyList<ListLine> lines
    )
    {
        var codes = lines.Select(line => line.Code).OfType<string>().Distinct().ToList();
        var known = await PublicCheck.FindAsync(database, codes);
        var answers = new List<ListAnswer>(lines.Count);
        foreach (var line in lines)
        {
            var found =
                line.Code is { } code
                && known.TryGetValue(code, out var certificate)
                && line.Number.Equals(certificate.Number, StringComparison.OrdinalIgnoreCase)
                    ? certificate
                    : null;
            answers.Add(
                found is null
                    ? new(line.Number, line.Fault ?? ListFault.Unknown, null, null)
                    : new(found.Number, null, found, await courses.OfAsync(found.Version))
            );
        }

        return answers;
    }
}

/// <summary>The words of a list's answers, the same on the page and in the file.</summary>
internal sealed class ListWords(Texts texts, OrganisationPack pack, DateOnly today)
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "number",
        "state",
        "holder",
        "course",
        "volume",
        "issued",
        "until",
    ];

    public string Column(string name) => texts[$"verify.fact.{name}"];

    public string State(ListAnswer answer) =>
        answer.Found is { } found
            ? Replaced(found) ?? texts[$"verify.list.{found.StateOn(today).Word()}"]
            : texts[
                answer.Fault switch
                {
                    ListFault.NotAPair => "verify.list.not-a-pair",
                    ListFault.WrongCode => "verify.list.wrong-code",
                    ListFault.Unknown or null => "verify.list.unknown",
                }
            ];

    /// <summary>The cells after the number and the state; dashes for a line without an answer.</summary>
    public IReadOnlyList<string> Cells(ListAnswer answer)
    {
        if (answer is not { Found: { } found, Course.Manifest: { } manifest })
        {
            return ["–", "–", "–", "–", "–"];
        }

        return
        [
            found.Holder ?? texts["verify.holder.erased"],
            manifest.Title,
            texts.Volume(found.Hours, manifest.Hours.Credits(pack.HoursPerCredit)),
            texts.Day(found.IssuedOn),
            found.ValidUntil is { } until ? texts.Day(until) : texts["verify.until.none"],
        ];
    }

    private string? Replaced(CheckedCertificate found) =>
        found.StateOn(today) == PublicState.Replaced
            ? texts.Fill("verify.list.replaced", found.Successor)
            : null;
}
