using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.HasIndex(session => session.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId);
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasKey(code => new { code.AccountId, code.Hash });
        builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }
}

internal sealed class AccessTicketTable : IEntityTypeConfiguration<AccessTicket>
{
    public void Configure(EntityTypeBuilder<AccessTicket> builder)
    {
        builder.HasIndex(ticket => ticket.Hash).IsUnique();
        builder.HasIndex(ticket => ticket.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(ticket => ticket.AccountId);
    }
}

internal sealed class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ComplexProperty(registration => registration.Name);
        builder.HasIndex(registration => registration.NormalizedLogin);
        builder.HasIndex(registration => registration.Community);
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Community);
    }
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.HasIndex(erasure => erasure.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(erasure => erasure.PersonId);
    }
}

internal sealed class NoticeSeenTable : IEntityTypeConfiguration<NoticeSeen>
{
    public void Configure(EntityTypeBuilder<NoticeSeen> builder)
    {
        builder.HasKey(seen => new { seen.PersonId, seen.Version });
        builder.HasOne<Person>().WithMany().HasForeignKey(seen => seen.PersonId);
    }
}

internal sealed class PersonMergeTable : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.Property(merge => merge.Moved).IsJson();
        builder.HasIndex(merge => merge.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(merge => merge.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(merge => merge.Into);
    }
}
