using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.WaysIn;

/// <param name="Field">Id of the control.</param>
/// <param name="Words">Key of the text that says what is wrong.</param>
public sealed record FieldFault(string Field, string Words);

/// <summary>What is typed of a person, as it stands in the form.</summary>
public sealed class PersonFields
{
    private const int Longest = 100;

    public string? Family { get; set; }

    public string? Given { get; set; }

    public string? Patronymic { get; set; }

    public string? Latin { get; set; }

    public string? Login { get; set; }

    public string? Community { get; set; }

    public string? Institution { get; set; }

    public List<string> StaffRoles { get; set; } = [];

    /// <summary>Null when something is wrong, which then stands in <paramref name="faults"/>.</summary>
    /// <param name="institutions">Codes of the register.</param>
    public NewPerson? Read(
        OrganisationPack pack,
        IReadOnlySet<string> institutions,
        List<FieldFault> faults
    )
    {
        var (name, latin) = ReadName(faults);
        var login = LoginName.Read(Login, pack.Phones);
        if (login is null)
        {
            faults.Add(new("login", "shared.ways.login.wrong"));
        }

        var community = new TerritoryCode(Community ?? "");
        if (!pack.Territories.IsCommunity(community))
        {
            faults.Add(new("community", "shared.ways.community.missing"));
        }

        var roles = StaffRoles.Where(code => pack.StaffRole(code) is not null).Distinct().ToList();
        var institution = institutions.Contains(Institution ?? "") ? Institution : null;
        if (institution is null != (roles.Count == 0))
        {
            faults.Add(new("institution", "shared.ways.post.half"));
        }

        return faults.Count == 0 ? new(name, latin, login!, community, institution, roles) : null;
    }

    /// <summary>The name alone, and the Latin one; null when that was not given.</summary>
    public (PersonName Name, string? Latin) ReadName(List<FieldFault> faults)
    {
        var name = new PersonName(
            Name(Family, "family", "shared.ways.family.missing", faults),
            Name(Given, "given", "shared.ways.given.missing", faults),
            Name(Patronymic, "patronymic", null, faults)
        );
        var latin = Name(Latin, "latin", null, faults);
        return (name, latin.Length > 0 ? latin : null);
    }

    /// <param name="missing">Null when the part may be left out.</param>
    private static string Name(
        string? typed,
        string field,
        string? missing,
        List<FieldFault> faults
    )
    {
        var words = (typed ?? "").Normalize().Split((char[]?)null, Split);
        var name = string.Join(' ', words).Replace('\'', '’').Replace('`', '’');
        if (name.Length == 0 && missing is not null)
        {
            faults.Add(new(field, missing));
        }
        else if (name.Length > Longest || !name.All(IsOfNames))
        {
            faults.Add(new(field, "shared.ways.name.wrong"));
        }

        return name;
    }

    private static bool IsOfNames(char letter) =>
        char.IsLetter(letter)
        || letter is ' ' or '.' or '’' or 'ʼ' or '‘'
        || char.GetUnicodeCategory(letter)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.NonSpacingMark;

    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries;
}
