namespace Lms.Web.Content.Exchange.Prose;

/// <summary>Files that lie inside an export, and are not taken out of it.</summary>
internal static class MoodleFiles
{
    private const string Mark = "@@PLUGINFILE@@";

    public static bool IsOne(string address) => address.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The last step of the address, to be shown.</summary>
    public static string NameOf(string address)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return "data:";
        }

        var path = address.Split('?', '#')[0];
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length > 0 ? Uri.UnescapeDataString(name) : "?";
    }
}
