// Package proto is the codec of grpc-go since 1.36, for messages of today's protoc-gen-go; Debian's grpc-go is older.
package proto

import (
	"google.golang.org/grpc/encoding"
	"google.golang.org/protobuf/proto"
)

// Name is the name of the codec.
const Name = "proto"

func init() { encoding.RegisterCodec(codec{}) }

type codec struct{}

func (codec) Marshal(message interface{}) ([]byte, error) { return proto.Marshal(message.(proto.Message)) }

func (codec) Unmarshal(data []byte, message interface{}) error {
	return proto.Unmarshal(data, message.(proto.Message))
}

func (codec) Name() string { return Name }
