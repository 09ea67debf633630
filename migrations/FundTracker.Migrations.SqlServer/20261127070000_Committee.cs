using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Committee : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ClosedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => new { x.MotherFund, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AgendaItems",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Meeting = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Subject = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    TextZh = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Resolution = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Rule = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Members = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TitleZh = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItems", x => new { x.MotherFund, x.Meeting, x.Number });
                    table.ForeignKey(
                        name: "FK_AgendaItems_Meetings_MotherFund_Meeting",
                        columns: x => new { x.MotherFund, x.Meeting },
                        principalTable: "Meetings",
                        principalColumns: new[] { "MotherFund", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitteePapers",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Meeting = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Quarter = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: true),
                    KnownAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Sha256En = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    IsReplaced = table.Column<bool>(type: "bit", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteePapers", x => new { x.MotherFund, x.Meeting, x.Item, x.Number });
                    table.ForeignKey(
                        name: "FK_CommitteePapers_AgendaItems_MotherFund_Meeting_Item",
                        columns: x => new { x.MotherFund, x.Meeting, x.Item },
                        principalTable: "AgendaItems",
                        principalColumns: new[] { "MotherFund", "Meeting", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitteeVotes",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Meeting = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<int>(type: "int", nullable: false),
                    Member = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Ballot = table.Column<byte>(type: "tinyint", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Condition = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    CastAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeVotes", x => new { x.MotherFund, x.Meeting, x.Item, x.Member });
                    table.ForeignKey(
                        name: "FK_CommitteeVotes_AgendaItems_MotherFund_Meeting_Item",
                        columns: x => new { x.MotherFund, x.Meeting, x.Item },
                        principalTable: "AgendaItems",
                        principalColumns: new[] { "MotherFund", "Meeting", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResolutionConditions",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Meeting = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    FulfilledBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FulfilledAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    AcceptedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResolutionConditions", x => new { x.MotherFund, x.Meeting, x.Item, x.Number });
                    table.ForeignKey(
                        name: "FK_ResolutionConditions_AgendaItems_MotherFund_Meeting_Item",
                        columns: x => new { x.MotherFund, x.Meeting, x.Item },
                        principalTable: "AgendaItems",
                        principalColumns: new[] { "MotherFund", "Meeting", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_MotherFund_Resolution",
                table: "AgendaItems",
                columns: new[] { "MotherFund", "Resolution" },
                unique: true,
                filter: "[Resolution] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommitteePapers");

            migrationBuilder.DropTable(
                name: "CommitteeVotes");

            migrationBuilder.DropTable(
                name: "ResolutionConditions");

            migrationBuilder.DropTable(
                name: "AgendaItems");

            migrationBuilder.DropTable(
                name: "Meetings");
        }
    }
}
