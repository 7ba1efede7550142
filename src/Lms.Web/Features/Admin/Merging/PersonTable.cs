using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>
/// A table of rows about people, as the model has it: a new one is among them by itself. The history
/// of merging alone stays where it is.
/// </summary>
internal abstract class PersonTable(IEntityType entity)
{
    protected const string Holder = nameof(IOfPerson.PersonId);

    public string Name { get; } = NameOf(entity);

    public static IReadOnlyList<PersonTable> All(LmsDbContext db) =>
        [
            .. Entities(db)
                .OrderBy(NameOf, StringComparer.Ordinal)
                .Select(entity =>
                    (PersonTable)
                        Activator.CreateInstance(
                            typeof(PersonTable<>).MakeGenericType(entity.ClrType),
                            entity
                        )!
                ),
        ];

    public static IEnumerable<IEntityType> Entities(LmsDbContext db) =>
        db
            .Model.GetEntityTypes()
            .Where(entity =>
                typeof(IOfPerson).IsAssignableFrom(entity.ClrType)
                && entity.ClrType != typeof(PersonMerge)
            );

    /// <summary>
    /// The columns beside the person that two rows of one person may not share. Enrolments are apart:
    /// two in one course become two editions of it (<see cref="Editions"/>).
    /// </summary>
    public static IEnumerable<(string Name, IReadOnlyList<IProperty> Columns)> UniqueOf(
        IEntityType entity
    ) =>
        entity.ClrType == typeof(Enrolment)
            ? []
            : entity
                .GetIndexes()
                .Where(index => index.IsUnique)
                .Select(index =>
                    (
                        index.Name ?? string.Join('_', index.Properties.Select(one => one.Name)),
                        index.Properties
                    )
                )
                .Append(("key", entity.FindPrimaryKey()!.Properties))
                .Where(unique => unique.Properties.Any(column => column.Name == Holder))
                .Select(unique => (unique.Item1, Beside(unique.Properties)));

    public abstract Task<IReadOnlyList<HeldRow>> RowsAsync(LmsDbContext db, PersonId person);

    /// <summary>Gives the row with this key, if it is <paramref name="from"/>'s, to another.</summary>
    public abstract Task MoveAsync(LmsDbContext db, string key, PersonId from, PersonId to);

    protected static string NameOf(IEntityType entity) => entity.GetTableName()!;

    protected static IReadOnlyList<IProperty> Beside(IEnumerable<IProperty> columns) =>
        [.. columns.Where(column => column.Name != Holder)];
}
