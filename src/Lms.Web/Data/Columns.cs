using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lms.Web.Data;

/// <summary>How values of the domain become columns, the same for both databases.</summary>
internal static class Columns
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    // A record of kinds, such as Demand, is kept with the name of its kind.
    private static void NameKinds(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var kinds = type.Type.GetNestedTypes().Where(type.Type.IsAssignableFrom).ToList();
        if (kinds.Count > 0)
        {
            type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
            foreach (var kind in kinds)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
            }
        }
    }

    public static void Convert(ModelConfigurationBuilder model)
    {
        model.Properties<Enum>().HaveConversion<string>();
        model.Properties<TerritoryCode>().HaveConversion<TerritoryCodeText>();
        model.Properties<Points>().HaveConversion<PointsNumber>();
        foreach (var id in IdTypes())
        {
            model.Properties(id).HaveConversion(typeof(IdGuid<>).MakeGenericType(id));
        }
    }

    /// <summary>A record kept whole, as readable JSON in a text column.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Readable),
            text => JsonSerializer.Deserialize<T>(text, Readable)!,
            new ValueComparer<T>(favorStructuralComparisons: false)
        );

    private static IEnumerable<Type> IdTypes() =>
        new[] { typeof(PersonId).Assembly, typeof(AccountId).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsValueType && type.GetConstructor([typeof(Guid)]) is not null);

    private sealed class TerritoryCodeText()
        : ValueConverter<TerritoryCode, string>(
            code => code.Value,
            text => new TerritoryCode(text)
        );

    private sealed class PointsNumber()
        : ValueConverter<Points, int>(points => points.Thousandths, number => new Points(number));

    private sealed class IdGuid<T>() : ValueConverter<T, Guid>(ToGuid(), ToId())
        where T : struct
    {
        private static Expression<Func<T, Guid>> ToGuid()
        {
            var id = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, Guid>>(Expression.Property(id, "Value"), id);
        }

        private static Expression<Func<Guid, T>> ToId()
        {
            var guid = Expression.Parameter(typeof(Guid));
            var create = typeof(T).GetConstructor([typeof(Guid)])!;
            return Expression.Lambda<Func<Guid, T>>(Expression.New(create, guid), guid);
        }
    }
}

/// <summary>An instant as Unix milliseconds, so that SQLite compares and sorts it.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        number => DateTimeOffset.FromUnixTimeMilliseconds(number)
    );
