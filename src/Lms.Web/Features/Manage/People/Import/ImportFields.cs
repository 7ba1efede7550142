using Lms.Domain.People;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Manage.People.Import;

/// <summary>
/// How what an import did to a person is kept: a field as it was before, and as the import left it, so
/// that what someone changed since is not overwritten.
/// </summary>
internal static class ImportFields
{
    public const string Family = "family";
    public const string Given = "given";
    public const string Patronymic = "patronymic";
    public const string Latin = "latin";
    public const string Community = "community";

    /// <summary>Ids of the posts that were added.</summary>
    public const string Posts = "posts";

    /// <summary>Logins that the file gave for someone who was added: for the invitation.</summary>
    public const string Logins = "logins";

    private const string Behind = " now";
    private const char Between = '\n';

    public static string Now(string field) => field + Behind;

    public static Dictionary<string, string> Of(ImportRow row)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (row.Logins.Count > 0)
        {
            fields[Logins] = string.Join(Between, row.Logins.Select(login => login.Value));
        }

        return fields;
    }

    /// <summary>In the form accounts are looked up by.</summary>
    public static IEnumerable<string> LoginsOf(ImportedPerson one) =>
        ValuesOf(one).Select(login => login.Normalize().ToUpperInvariant());

    public static IEnumerable<string> ValuesOf(ImportedPerson one) =>
        one.Before.TryGetValue(Logins, out var logins) ? logins.Split(Between) : [];

    public static void Keep(Dictionary<string, string> fields, string field, string was, string now)
    {
        fields[field] = was;
        fields[Now(field)] = now;
    }

    /// <summary>The parts of a name that a row gives otherwise than the register has them.</summary>
    public static PersonName Renamed(
        PersonName was,
        PersonName row,
        Dictionary<string, string> fields
    )
    {
        var (family, given, patronymic) = (row.Family, row.Given, row.Patronymic);
        if (patronymic.Length == 0)
        {
            patronymic = was.Patronymic;
        }

        if (family != was.Family)
        {
            Keep(fields, Family, was.Family, family);
        }

        if (given != was.Given)
        {
            Keep(fields, Given, was.Given, given);
        }

        if (patronymic != was.Patronymic)
        {
            Keep(fields, Patronymic, was.Patronymic, patronymic);
        }

        return new(family, given, patronymic);
    }
}
