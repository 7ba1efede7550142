using Lms.Domain.People;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>roles.yml.</summary>
internal static class StaffRoleReader
{
    public static IReadOnlyList<StaffRole> Read(PackFolder files)
    {
        var roles = new List<StaffRole>();
        foreach (var fields in files.Rows("roles.yml"))
        {
            var role = new StaffRole(
                fields.RequiredText("code"),
                fields.RequiredLocal("name"),
                fields.Local("duty")
            );
            fields.RefuseTheRest();
            if (fields.IsFirst(role.Code, "code", roles.Select(known => known.Code)))
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    /// <summary>Whether the code is new; reported when not.</summary>
    public static bool IsFirst(
        this Fields fields,
        string code,
        string key,
        IEnumerable<string> known
    )
    {
        if (code.Length > 0 && known.Contains(code))
        {
            fields.Report(fields.Find(key)!, PackTexts.DuplicateCode, code);
            return false;
        }

        return code.Length > 0;
    }
}
