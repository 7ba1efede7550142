using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>What the rows of a table are called; a table without words yet shows its name.</summary>
internal static class TableWords
{
    public static string Of(Texts texts, string table)
    {
        var key = $"admin.merge.table.{table}";
        return texts.Has(key) ? texts[key] : table;
    }
}
