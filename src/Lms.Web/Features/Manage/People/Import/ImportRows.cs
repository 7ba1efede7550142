using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>
/// Reads the cells of a row by the same rules as the form of one person. A place outside the importer's
/// scope is no place.
/// </summary>
internal sealed class ImportRows(
    OrganisationPack pack,
    IReadOnlyList<Institution> institutions,
    Func<TerritoryCode, bool> answers,
    DateOnly today
)
{
    private readonly ILookup<string, TerritoryCode> communities = pack
        .Territories.Communities.Where(one => answers(one.Code))
        .SelectMany(one =>
            new[] { one.Code.Value, one.Name.Uk, one.Name.En, pack.NameOf(one.Code, "uk") }
                .Where(words => words.Length > 0)
                .Select(NameKeys.Fold)
                .Distinct()
                .Select(words => (words, one.Code))
        )
        .ToLookup(one => one.words, one => one.Code);

    private readonly ILookup<string, Institution> byWords = institutions
        .SelectMany(one =>
            new[] { one.Code, one.Name.Uk, one.Name.En }
                .Where(words => words.Length > 0)
                .Select(NameKeys.Fold)
                .Distinct()
                .Select(words => (words, one))
        )
        .ToLookup(one => one.words, one => one.one);

    /// <summary>Null when something is wrong, which then stands in <paramref name="findings"/>.</summary>
    public ImportRow? Read(ImportLine line, List<ImportFinding> findings)
    {
        var faults = new List<FieldFault>();
        var fields = new PersonFields
        {
            Family = line[ImportColumn.Family],
            Given = line[ImportColumn.Given],
            Patronymic = line[ImportColumn.Patronymic],
            Latin = line[ImportColumn.Latin],
        };
        var (name, latin) = fields.ReadName(faults);
        findings.AddRange(faults.Select(fault => new ImportFinding(ColumnOf(fault), fault.Words)));
        var logins = new[] { ImportColumn.Email, ImportColumn.Phone }
            .Select(column => Login(line, column, findings))
            .OfType<LoginName>()
            .ToList();
        var community = Community(line, findings);
        var institution = community is { } place ? Place(line, place, findings) : null;
        var role = Role(line, findings);
        var from = From(line, findings);
        if (findings.Count == 0 && institution is null != role is null)
        {
            findings.Add(
                new(
                    role is null ? ImportColumn.Role : ImportColumn.Institution,
                    "shared.ways.post.half"
                )
            );
        }

        return findings.Count == 0
            ? new(name, latin, logins, community!.Value, institution, role, from)
            : null;
    }

    private LoginName? Login(ImportLine line, ImportColumn column, List<ImportFinding> findings)
    {
        var typed = line[column];
        if (typed.Length == 0)
        {
            return null;
        }

        var login = LoginName.Read(typed, pack.Phones);
        if (login is null || login.IsEmail != (column == ImportColumn.Email))
        {
            findings.Add(new(column, "shared.ways.login.wrong"));
        }

        return login;
    }

    private TerritoryCode? Community(ImportLine line, List<ImportFinding> findings)
    {
        var typed = line[ImportColumn.Community];
        var found = communities[NameKeys.Fold(typed)].Distinct().ToList();
        if (found.Count != 1)
        {
            findings.Add(
                new(
                    ImportColumn.Community,
                    found.Count > 1
                        ? "manage.import.community.several"
                        : "manage.import.community.unknown",
                    typed
                )
            );
            return null;
        }

        return found[0];
    }

    private string? Place(ImportLine line, TerritoryCode community, List<ImportFinding> findings)
    {
        var typed = line[ImportColumn.Institution];
        if (typed.Length == 0)
        {
            return null;
        }

        var found = byWords[NameKeys.Fold(typed)].DistinctBy(one => one.Code).ToList();
        var here = found.Where(one => one.Territory == community).ToList();
        var one = here.Count > 0 ? here : found;
        if (one.Count != 1)
        {
            findings.Add(
                new(
                    ImportColumn.Institution,
                    one.Count > 1
                        ? "manage.import.institution.several"
                        : "manage.import.institution.unknown",
                    typed
                )
            );
            return null;
        }

        return one[0].Code;
    }

    private string? Role(ImportLine line, List<ImportFinding> findings)
    {
        var typed = line[ImportColumn.Role];
        if (typed.Length == 0)
        {
            return null;
        }

        var words = NameKeys.Fold(typed);
        var role = pack.StaffRoles.FirstOrDefault(one =>
            new[] { one.Code, one.Name.Uk, one.Name.En }.Any(known => NameKeys.Fold(known) == words)
        );
        if (role is null)
        {
            findings.Add(new(ImportColumn.Role, "manage.import.role.unknown", typed));
        }

        return role?.Code;
    }

    private DateOnly? From(ImportLine line, List<ImportFinding> findings)
    {
        var typed = line[ImportColumn.From];
        if (typed.Length == 0)
        {
            return null;
        }

        var isDay = DateOnly.TryParseExact(
            typed,
            ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        if (!isDay || day.Year < 1950 || day > today.AddYears(1))
        {
            findings.Add(new(ImportColumn.From, "manage.import.from.wrong", typed));
            return null;
        }

        return day;
    }

    private static ImportColumn ColumnOf(FieldFault fault) =>
        fault.Field switch
        {
            "given" => ImportColumn.Given,
            "patronymic" => ImportColumn.Patronymic,
            "latin" => ImportColumn.Latin,
            _ => ImportColumn.Family,
        };
}
