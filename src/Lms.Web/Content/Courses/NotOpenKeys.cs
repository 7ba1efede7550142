using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>Keys of the course format that this release knows only at their default.</summary>
internal static class NotOpenKeys
{
    /// <summary>Reports the key unless it is absent, an empty list, or one of the defaults.</summary>
    public static void NotOpenBut(this Fields fields, string key, params string[] defaults)
    {
        switch (fields.Find(key))
        {
            case null or YamlList { Entries.Count: 0 }:
            case YamlScalar scalar when defaults.Contains(scalar.Value):
                break;
            case YamlScalar scalar:
                fields.ReportKey(key, FileTexts.NotOpenYet, $"{key}: {scalar.Value}");
                break;
            default:
                fields.ReportKey(key, FileTexts.NotOpenYet, key);
                break;
        }
    }
}
