using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>Reads and moves the rows of one kind by their key columns.</summary>
internal sealed class PersonTable<T> : PersonTable
    where T : class, IOfPerson
{
    private readonly IReadOnlyList<IProperty> key;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<IProperty> Columns)> unique;
    private readonly IReadOnlyList<(string Table, IReadOnlyList<IProperty> Columns)> parents;
    private readonly List<IProperty> read;

    public PersonTable(IEntityType entity)
        : base(entity)
    {
        key = Beside(entity.FindPrimaryKey()!.Properties);
        unique = [.. UniqueOf(entity)];
        parents =
        [
            .. entity
                .GetForeignKeys()
                .Where(link => typeof(IOfPerson).IsAssignableFrom(link.PrincipalEntityType.ClrType))
                .Select(link => (NameOf(link.PrincipalEntityType), link.Properties)),
        ];
        read =
        [
            .. key.Concat(unique.SelectMany(one => one.Columns))
                .Concat(parents.SelectMany(one => one.Columns))
                .Distinct(),
        ];
    }

    public override async Task<IReadOnlyList<HeldRow>> RowsAsync(LmsDbContext db, PersonId person)
    {
        var rows = await db.Set<T>()
            .AsNoTracking()
            .Where(row => row.PersonId == person)
            .Select(Columns())
            .ToListAsync();
        return [.. rows.Select(RowOf)];
    }

    public override async Task MoveAsync(LmsDbContext db, string text, PersonId from, PersonId to)
    {
        var row = Expression.Parameter(typeof(T));
        var isIt = key.Zip(KeyText.Read(key, text))
            .Aggregate(
                Is(row, Holder, typeof(PersonId), from),
                (all, one) =>
                    Expression.AndAlso(all, Is(row, one.First.Name, one.First.ClrType, one.Second))
            );
        await db.Set<T>()
            .Where(Expression.Lambda<Func<T, bool>>(isIt, row))
            .ExecuteUpdateAsync(set =>
                set.SetProperty(one => EF.Property<PersonId>(one, Holder), to)
            );
    }

    private HeldRow RowOf(object?[] values)
    {
        IEnumerable<object?> Of(IEnumerable<IProperty> columns) =>
            columns.Select(column => values[read.IndexOf(column)]);

        return new(
            KeyText.Of(key, Of(key)),
            unique.ToDictionary(one => one.Name, one => KeyText.Of(one.Columns, Of(one.Columns))),
            [
                .. parents
                    .Where(one => Of(one.Columns).All(value => value is not null))
                    .Select(one => (one.Table, KeyText.Of(one.Columns, Of(one.Columns)))),
            ]
        );
    }

    private Expression<Func<T, object?[]>> Columns()
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(
                typeof(object),
                read.Select(column =>
                    Expression.Convert(Column(row, column.Name, column.ClrType), typeof(object))
                )
            ),
            row
        );
    }

    private static MethodCallExpression Column(ParameterExpression row, string name, Type type) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(name));

    // In a box, so that the statement has a parameter and is translated once.
    private static BinaryExpression Is(
        ParameterExpression row,
        string name,
        Type type,
        object? value
    )
    {
        var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(type), value)!;
        return Expression.Equal(
            Column(row, name, type),
            Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value))
        );
    }
}
