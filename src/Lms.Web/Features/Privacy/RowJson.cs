using System.Globalization;
using System.Text.Json.Nodes;
using Lms.Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Privacy;

/// <summary>A row as JSON: every column that is not left out, by its name.</summary>
internal static class RowJson
{
    public static JsonObject Of(ITypeBase type, object row)
    {
        var json = new JsonObject();
        foreach (var property in type.GetProperties().Where(one => IsShown(type, one)))
        {
            json[property.Name] = Of(property, property.PropertyInfo!.GetValue(row));
        }

        foreach (var inner in type.GetComplexProperties())
        {
            json[inner.Name] = Of(inner.ComplexType, inner.PropertyInfo!.GetValue(row)!);
        }

        foreach (var inner in (type as IEntityType)?.GetNavigations().Where(IsOwned) ?? [])
        {
            if (inner.PropertyInfo!.GetValue(row) is { } value)
            {
                json[inner.Name] = Of(inner.TargetEntityType, value);
            }
        }

        return json;
    }

    public static bool IsShown(ITypeBase type, IProperty property) =>
        property.PropertyInfo is not null && !LeftOut.Has(type.ClrType, property.Name);

    private static bool IsOwned(INavigation navigation) => navigation.TargetEntityType.IsOwned();

    private static JsonNode? Of(IProperty property, object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag,
            int number => number,
            long number => number,
            decimal number => number,
            Enum name => name.ToString(),
            DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            Points points => points.Thousandths / 1000m,
            // The bytes stand in the archive as a file of their own.
            byte[] bytes => new JsonObject { ["bytes"] = bytes.Length },
            _ => Stored(property, value),
        };

    // As the database keeps it: ids as their number, records as the JSON they are.
    private static JsonNode? Stored(IProperty property, object value)
    {
        var stored = property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;
        return stored switch
        {
            Guid id => id.ToString("D"),
            string text when !value.GetType().IsValueType => JsonNode.Parse(text),
            _ => Convert.ToString(stored, CultureInfo.InvariantCulture),
        };
    }
}
