using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>Values of key columns as a JSON list and back, the same on both databases.</summary>
internal static class KeyText
{
    public static string Of(IReadOnlyList<IProperty> columns, IEnumerable<object?> values) =>
        JsonSerializer.Serialize(columns.Zip(values, Stored).ToArray());

    public static IReadOnlyList<object?> Read(IReadOnlyList<IProperty> columns, string text) =>
        [.. columns.Zip(JsonSerializer.Deserialize<JsonElement[]>(text)!, Loaded)];

    private static object? Stored(IProperty column, object? value) =>
        column.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value)
            : value;

    private static object? Loaded(IProperty column, JsonElement value) =>
        column.GetTypeMapping().Converter is { } converter
            ? converter.ConvertFromProvider(value.Deserialize(converter.ProviderClrType))
            : value.Deserialize(column.ClrType);
}
