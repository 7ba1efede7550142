using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>Says row by row what comes of a file; a row knows of those before it.</summary>
/// <param name="another">Rows of which it was said that they name another person.</param>
internal sealed class JudgeRows(KnownPeople known, IReadOnlySet<int> another)
{
    private readonly Dictionary<string, int> logins = new(StringComparer.Ordinal);
    private readonly Dictionary<(TerritoryCode, string), int> names = [];

    public RowPlan Of(ImportLine line, ImportRow? row, List<ImportFinding> findings)
    {
        var shown = string.Join(' ', line[ImportColumn.Family], line[ImportColumn.Given]).Trim();
        if (row is null)
        {
            return new(line.Number, shown, RowVerdict.Refused, findings, null, null);
        }

        if (Repeated(line.Number, row) is { } twice)
        {
            return new(line.Number, shown, RowVerdict.Refused, [twice], null, null);
        }

        var person = known.ByLogin(row.Logins);
        var verdict = person is null ? Unknown(line.Number, row, findings) : Found(person, row);
        if (verdict == RowVerdict.PerhapsSame)
        {
            person = known.ByName(row);
        }

        return new(line.Number, row.Name.Full, verdict, findings, row, person?.Id);
    }

    /// <summary>Whether the person has the post the row names; also when it names none.</summary>
    public static bool HoldsPost(Person person, ImportRow row) =>
        row.Institution is null
        || person.Posts.Exists(post =>
            post.Institution == row.Institution && post.StaffRole == row.Role && post.To is null
        );

    private ImportFinding? Repeated(int number, ImportRow row)
    {
        foreach (var login in row.Logins)
        {
            if (logins.TryGetValue(login.Key, out var first))
            {
                return new(
                    login.IsEmail ? ImportColumn.Email : ImportColumn.Phone,
                    "manage.import.twice",
                    $"{first}"
                );
            }
        }

        foreach (var login in row.Logins)
        {
            logins[login.Key] = number;
        }

        return null;
    }

    private RowVerdict Unknown(int number, ImportRow row, List<ImportFinding> findings)
    {
        var key = (row.Community, KnownPeople.KeyOf(row.Name));
        var isTwice = names.TryGetValue(key, out var first);
        names.TryAdd(key, number);
        var same = known.ByName(row);
        if (same is null && !isTwice)
        {
            return RowVerdict.Add;
        }

        findings.Add(
            same is null
                ? new(ImportColumn.Family, "manage.import.same-name.row", $"{first}")
                : new(ImportColumn.Family, "manage.import.same-name", same.Name.Full)
        );
        return another.Contains(number) ? RowVerdict.Add : RowVerdict.PerhapsSame;
    }

    private static RowVerdict Found(Person person, ImportRow row)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        ImportFields.Renamed(person.Name, row.Name, fields);
        return
            fields.Count > 0
            || (row.Latin is not null && row.Latin != person.LatinName)
            || row.Community != person.Community
            || !HoldsPost(person, row)
            ? RowVerdict.Change
            : RowVerdict.Same;
    }
}
