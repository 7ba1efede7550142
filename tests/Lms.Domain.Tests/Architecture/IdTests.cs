using System.Reflection;
using System.Runtime.CompilerServices;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Architecture;

public sealed class IdTests
{
    private static readonly IReadOnlyList<Type> Ids =
    [
        .. DomainCode.WrittenTypes.Where(type =>
            type.Name.EndsWith("Id", StringComparison.Ordinal)
        ),
    ];

    [Fact]
    public void The_ids_of_the_domain_are_seen()
    {
        Assert.Contains(typeof(OperationId), Ids);
        Assert.Contains(typeof(PersonId), Ids);
        Assert.Contains(typeof(CertificateId), Ids);
    }

    [Fact]
    public void An_id_is_a_readonly_record_struct_over_a_guid() =>
        Assert.All(
            Ids,
            id =>
            {
                Assert.True(id is { IsPublic: true, IsValueType: true }, $"{id}: a public struct");
                Assert.True(
                    id.IsDefined(typeof(IsReadOnlyAttribute), inherit: false),
                    $"{id}: readonly"
                );
                Assert.True(IsRecord(id), $"{id}: a record");
                var value = Assert.Single(id.GetProperties());
                Assert.Equal(("Value", typeof(Guid)), (value.Name, value.PropertyType));
            }
        );

    [Fact]
    public void A_bare_guid_stands_in_no_other_type() =>
        Assert.Empty(
            from type in DomainCode.WrittenTypes.Except(Ids)
            from property in type.GetProperties()
            where $"{property.PropertyType}".Contains("System.Guid", StringComparison.Ordinal)
            select $"{type}.{property.Name}"
        );

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is { } print
        && print.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
